<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: the bill, the quarter's plan, the first items, the verdict, what was not measured. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="overview">
    <section id="overview" class="page">
      <h1><xsl:value-of select="a:t('html.title')"/></h1>
      <p class="meta">
        <xsl:value-of select="a:t('html.overview.commit')"/><xsl:text> </xsl:text>
        <xsl:call-template name="code"><xsl:with-param name="text" select="substring(@head, 1, 10)"/></xsl:call-template>
        <xsl:value-of select="concat(', ', a:date(@now))"/>
        <xsl:if test="@work-tree = 'yes'"><xsl:value-of select="a:t('html.overview.work-tree')"/></xsl:if>
        <xsl:text>. </xsl:text>
        <xsl:value-of select="a:t('html.overview.read', 'files', a:n(@n-files, 0), 'lines', a:n(@code-lines, 0), 'functions', a:n(@n-functions, 0), 'commits', a:n(@n-commits, 0))"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="a:t('html.overview.window', 'days', a:n(@window, 0), 'commits', a:n(@n-counted, 0), 'fixes', a:n(@n-fixes, 0))"/>
      </p>
      <xsl:if test="@shallow = 'yes'"><p class="notice"><xsl:value-of select="a:t('html.overview.shallow')"/></p></xsl:if>
      <xsl:apply-templates select="verdict"/>
      <xsl:choose>
        <xsl:when test="$priced">
          <xsl:call-template name="bill"/>
          <xsl:call-template name="plan"/>
        </xsl:when>
        <xsl:otherwise>
          <div class="notice">
            <h2><xsl:value-of select="a:t('html.thin.title')"/></h2>
            <p><xsl:value-of select="a:t('html.thin.reason', 'reason', @not-priced)"/></p>
            <p><xsl:value-of select="a:t('html.thin.what')"/></p>
          </div>
          <xsl:call-template name="counts"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="first-items"/>
      <xsl:call-template name="from-history"/>
      <xsl:call-template name="not-measured"/>
    </section>
  </xsl:template>

  <xsl:template name="bill">
    <table class="bill">
      <caption class="unseen"><xsl:value-of select="a:t('html.bill.caption')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.bill.interest')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.per-month')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.per-year')"/></th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <xsl:value-of select="a:t('html.bill.hours')"/>
            <span class="how"><xsl:value-of select="a:t('html.bill.hours.how', 'hours', a:factor(totals/@wasted, @hour-cost, 0))"/><xsl:text> × </xsl:text><a href="#set-team.hour_cost"><xsl:value-of select="a:t('number.money', 'number', a:n(@hour-cost, -1), 'currency', @currency)"/></a></span>
          </th>
          <td class="n"><xsl:value-of select="a:money(totals/@wasted * @hour-cost)"/></td>
          <td class="n"><xsl:value-of select="a:money(12 * totals/@wasted * @hour-cost)"/></td>
        </tr>
        <tr>
          <th scope="row">
            <xsl:value-of select="a:t('html.bill.incidents')"/>
            <span class="how"><xsl:value-of select="a:t('html.bill.incidents.how', 'incidents', a:factor(totals/@incidents, @incident-cost, 2))"/><xsl:text> × </xsl:text><a href="#set-incident.cost"><xsl:value-of select="a:t('number.money', 'number', a:n(@incident-cost, -1), 'currency', @currency)"/></a></span>
          </th>
          <td class="n"><xsl:value-of select="a:money(totals/@incidents * @incident-cost)"/></td>
          <td class="n"><xsl:value-of select="a:money(12 * totals/@incidents * @incident-cost)"/></td>
        </tr>
        <tr class="total">
          <th scope="row"><xsl:value-of select="a:t('html.bill.total')"/></th>
          <td class="n"><a href="#backlog?sort=cost"><xsl:value-of select="a:money(totals/@cost)"/></a></td>
          <td class="n"><a href="#backlog?sort=cost"><xsl:value-of select="a:money(totals/@interest)"/></a></td>
        </tr>
        <tr>
          <th scope="row"><xsl:value-of select="a:t('html.bill.savings')"/></th>
          <td class="n"><a href="#backlog?sort=savings"><xsl:value-of select="a:money(totals/@savings)"/></a></td>
          <td class="n"><a href="#backlog?sort=savings"><xsl:value-of select="a:money(12 * totals/@savings)"/></a></td>
        </tr>
        <xsl:if test="totals/@suppressed &gt; 0">
          <tr>
            <th scope="row"><xsl:value-of select="a:t('html.bill.suppressed')"/></th>
            <td class="n"><xsl:value-of select="a:money(totals/@suppressed)"/></td>
            <td class="n"><xsl:value-of select="a:money(12 * totals/@suppressed)"/></td>
          </tr>
        </xsl:if>
        <xsl:if test="totals/@assumed &gt; 0">
          <tr class="assumed">
            <th scope="row"><xsl:value-of select="a:t('html.bill.assumed')"/><span class="how"><xsl:value-of select="a:t('html.bill.assumed.how')"/></span></th>
            <td class="n"><a href="#errors"><xsl:value-of select="a:money(totals/@assumed)"/></a></td>
            <td class="n"><a href="#errors"><xsl:value-of select="a:money(12 * totals/@assumed)"/></a></td>
          </tr>
          <tr>
            <th scope="row"><xsl:value-of select="a:t('html.bill.assumed.savings')"/></th>
            <td class="n"><xsl:value-of select="a:money(totals/@assumed-savings)"/></td>
            <td class="n"><xsl:value-of select="a:money(12 * totals/@assumed-savings)"/></td>
          </tr>
        </xsl:if>
      </tbody>
      <thead>
        <tr>
          <th scope="col" colspan="2"><xsl:value-of select="a:t('html.bill.principal')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.once')"/></th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" colspan="2">
            <xsl:value-of select="a:t('html.bill.work')"/>
            <span class="how"><xsl:value-of select="a:t('html.bill.work.how', 'items', a:n(totals/@items, 0), 'days', a:n(totals/@effort, 0))"/></span>
          </th>
          <td class="n"><a href="#backlog?sort=effort"><xsl:value-of select="a:money(totals/@principal)"/></a></td>
        </tr>
        <tr class="total">
          <th scope="row" colspan="2">
            <xsl:value-of select="a:t('html.bill.ratio')"/>
            <span class="how"><xsl:value-of select="a:t('html.bill.ratio.how', 'rewrite', a:money(totals/@rewrite))"/></span>
          </th>
          <td class="n">
            <xsl:value-of select="a:t('number.percent', 'number', a:n(100 * totals/@ratio, 1))"/><xsl:text> </xsl:text>
            <a class="rating" href="#rating"><xsl:value-of select="totals/@rating"/></a>
          </td>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="counts">
    <dl class="figures">
      <div><dt><xsl:value-of select="a:t('html.count.items')"/></dt><dd><a href="#backlog"><xsl:value-of select="a:n(totals/@items, 0)"/></a></dd></div>
      <div><dt><xsl:value-of select="a:t('html.count.findings')"/></dt><dd><a href="#rules"><xsl:value-of select="a:n(totals/@findings, 0)"/></a></dd></div>
      <div><dt><xsl:value-of select="a:t('html.count.critical')"/></dt><dd><xsl:value-of select="a:n(totals/@critical, 0)"/></dd></div>
    </dl>
  </xsl:template>

  <xsl:template name="plan">
    <h2 id="plan"><xsl:value-of select="a:t('html.plan.title')"/></h2>
    <p>
      <xsl:value-of select="a:t('html.plan.capacity', 'days', a:n(plan/@capacity, 0))"/>
      <xsl:text> (</xsl:text>
      <a href="#set-team.debt_budget"><xsl:value-of select="a:percent(@debt-budget)"/></a>
      <xsl:text> × </xsl:text>
      <a href="#set-team.developers"><xsl:value-of select="a:t('html.plan.people', 'n', a:n(totals/@developers, 1))"/></a>
      <xsl:text> × </xsl:text>
      <a href="#set-team.quarter_days"><xsl:value-of select="a:t('html.plan.days', 'n', a:n(@quarter-days, 0))"/></a>
      <xsl:text>).</xsl:text>
    </p>
    <table class="plan stack">
      <thead>
        <tr>
          <td></td>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.plan.items')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.plan.effort')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.plan.cost')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.plan.savings')"/></th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row"><xsl:value-of select="a:t('html.plan.enters')"/></th>
          <td class="n" data-label="{a:t('html.plan.items')}"><a href="#backlog?plan=yes"><xsl:value-of select="a:n(plan/@items, 0)"/></a></td>
          <td class="n" data-label="{a:t('html.plan.effort')}"><xsl:value-of select="a:n(plan/@effort, 1)"/></td>
          <td class="n" data-label="{a:t('html.plan.cost')}"><xsl:value-of select="a:money(plan/@cost)"/></td>
          <td class="n" data-label="{a:t('html.plan.savings')}"><xsl:value-of select="a:money(plan/@savings)"/></td>
        </tr>
        <tr>
          <th scope="row"><xsl:value-of select="a:t('html.plan.left')"/></th>
          <td class="n" data-label="{a:t('html.plan.items')}"><a href="#backlog?plan=no"><xsl:value-of select="a:n(plan/@left, 0)"/></a></td>
          <td class="n" data-label="{a:t('html.plan.effort')}"><xsl:value-of select="a:n(plan/@left-effort, 1)"/></td>
          <td class="n" data-label="{a:t('html.plan.cost')}"><xsl:value-of select="a:money(plan/@left-effort * @day-hours * @hour-cost)"/></td>
          <td class="n" data-label="{a:t('html.plan.savings')}"><xsl:value-of select="a:money(plan/@left-savings)"/></td>
        </tr>
      </tbody>
    </table>
    <xsl:if test="plan/@assumed-savings &gt; 0"><p><xsl:value-of select="a:t('html.plan.assumed', 'savings', a:money(plan/@assumed-savings))"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="first-items">
    <xsl:if test="items/item">
      <h2><xsl:value-of select="a:t('html.first.title')"/></h2>
      <p><xsl:value-of select="a:t(concat('html.first.order.', @priced))"/></p>
      <table class="first stack">
        <thead>
          <tr>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.rank')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.col.item')"/></th>
            <xsl:if test="$priced">
              <th scope="col" class="n"><xsl:value-of select="a:t('html.col.cost')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.col.savings')"/></th>
            </xsl:if>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.effort')"/></th>
            <xsl:if test="$priced">
              <th scope="col" class="n"><xsl:value-of select="a:t('html.col.roi')"/></th>
              <th scope="col"><xsl:value-of select="a:t('html.col.advice')"/></th>
            </xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="items/item[position() &lt;= 10]">
            <tr>
              <td class="n rank"><xsl:value-of select="@rank"/></td>
              <td class="title"><xsl:call-template name="item-link"/></td>
              <xsl:if test="$priced">
                <td class="n" data-label="{a:t('html.col.cost')}"><xsl:value-of select="a:amount(@cost)"/></td>
                <td class="n" data-label="{a:t('html.col.savings')}"><xsl:value-of select="a:amount(@savings)"/></td>
              </xsl:if>
              <td class="n" data-label="{a:t('html.col.effort')}"><xsl:value-of select="a:n(@effort, 1)"/></td>
              <xsl:if test="$priced">
                <td class="n" data-label="{a:t('html.col.roi')}"><xsl:value-of select="a:percent(@roi)"/></td>
                <td data-label="{a:t('html.col.advice')}"><xsl:value-of select="a:t(concat('advice.', @advice))"/></td>
              </xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <p class="screen"><a href="#backlog"><xsl:value-of select="a:t('html.first.all', 'n', a:n(items/@all, 0))"/></a></p>
    </xsl:if>
    <xsl:if test="not(items/item)"><p class="notice"><xsl:value-of select="a:t('html.first.none')"/></p></xsl:if>
  </xsl:template>

  <xsl:template match="verdict">
    <div class="notice verdict">
      <h2><xsl:value-of select="a:t(concat('html.verdict.failed.', @failed))"/></h2>
      <p>
        <xsl:value-of select="a:t('html.verdict.base')"/><xsl:text> </xsl:text>
        <xsl:call-template name="code"><xsl:with-param name="text" select="substring(@base, 1, 10)"/></xsl:call-template>
        <xsl:value-of select="a:t('html.verdict.counts', 'new', a:n(@new, 0), 'critical', a:n(@new-critical, 0), 'known', a:n(@known, 0), 'paid', a:n(@paid, 0))"/>
      </p>
      <xsl:if test="new">
        <h3><xsl:value-of select="a:t('html.verdict.new')"/></h3>
        <ul>
          <xsl:for-each select="new[position() &lt;= 20]">
            <li>
              <xsl:choose>
                <xsl:when test="@item"><a href="#item-{@item}"><bdi><xsl:value-of select="@message"/></bdi></a></xsl:when>
                <xsl:otherwise><bdi><xsl:value-of select="@message"/></bdi></xsl:otherwise>
              </xsl:choose>
              <span class="where"><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @line)"/></xsl:call-template></span>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="count(new) &gt; 20"><p><xsl:value-of select="a:t('html.more', 'n', a:n(count(new) - 20, 0), 'file', 'junit.xml')"/></p></xsl:if>
      </xsl:if>
      <xsl:if test="paid">
        <h3><xsl:value-of select="a:t('html.verdict.paid')"/></h3>
        <ul>
          <xsl:for-each select="paid[position() &lt;= 20]">
            <li>
              <xsl:value-of select="a:t(concat('rule.', @rule, '.title'))"/><xsl:text> </xsl:text>
              <xsl:if test="@function"><xsl:call-template name="code"><xsl:with-param name="text" select="@function"/></xsl:call-template></xsl:if>
              <span class="where"><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @line)"/></xsl:call-template></span>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="count(paid) &gt; 20"><p><xsl:value-of select="a:t('html.more', 'n', a:n(count(paid) - 20, 0), 'file', 'junit.xml')"/></p></xsl:if>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- At most three lines, each the head of a page. -->
  <xsl:template name="from-history">
    <xsl:variable name="truck" select="people/whole[../@active &gt;= ../@least]"/>
    <xsl:variable name="rate" select="delivery/figure[@id = 'deployment-frequency' and @status != 'not-found']"/>
    <xsl:variable name="pair" select="change/coupling[@hidden = 'yes'][1]"/>
    <xsl:if test="$truck or $rate or $pair">
      <h2><xsl:value-of select="a:t('html.history.title')"/></h2>
      <ul class="history">
        <xsl:for-each select="$truck">
          <li><a href="#people"><xsl:value-of select="a:t('html.history.truck', 'n', a:n(@all-factor, 0))"/></a><xsl:text> (</xsl:text><xsl:call-template name="all-holders"/><xsl:text>)</xsl:text></li>
        </xsl:for-each>
        <xsl:for-each select="$rate">
          <li><a href="#delivery"><xsl:value-of select="a:t('html.history.releases', 'n', a:n(@n, 0), 'days', a:n(/ledger/@window, 0))"/></a></li>
        </xsl:for-each>
        <xsl:for-each select="$pair">
          <li><a href="#pair-{@id}"><xsl:value-of select="a:t('html.history.pair')"/></a><xsl:text> </xsl:text><xsl:call-template name="code"><xsl:with-param name="text" select="one/@path"/></xsl:call-template><xsl:value-of select="concat(' ', a:t('html.change.with'), ' ')"/><xsl:call-template name="code"><xsl:with-param name="text" select="other/@path"/></xsl:call-template></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="not-measured">
    <h2><xsl:value-of select="a:t('html.notes.title')"/></h2>
    <p>
      <xsl:choose>
        <xsl:when test="notes/@all = 0"><xsl:value-of select="a:t('html.notes.none')"/></xsl:when>
        <xsl:otherwise><a href="#notes"><xsl:value-of select="a:t('html.notes.count', 'n', a:n(notes/@all, 0))"/></a></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
</xsl:stylesheet>
