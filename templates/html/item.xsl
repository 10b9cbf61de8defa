<?xml version="1.0" encoding="UTF-8"?>
<!-- One item: what it costs, its causes, how the figures came about, the evidence. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template match="item">
    <article class="item" id="item-{@id}" aria-labelledby="title-{@id}">
      <p class="crumbs screen">
        <a href="#backlog" data-back=""><xsl:value-of select="a:t('html.nav.backlog')"/></a>
        <span><xsl:value-of select="a:t('html.item.place', 'rank', @rank, 'all', a:n(../@all, 0))"/></span>
        <xsl:if test="preceding-sibling::item"><a rel="prev" href="#item-{preceding-sibling::item[1]/@id}"><xsl:value-of select="a:t('html.item.previous')"/></a></xsl:if>
        <xsl:if test="following-sibling::item"><a rel="next" href="#item-{following-sibling::item[1]/@id}"><xsl:value-of select="a:t('html.item.next')"/></a></xsl:if>
      </p>
      <h2 id="title-{@id}" tabindex="-1">
        <span class="paper"><xsl:value-of select="concat(@rank, '. ')"/></span>
        <xsl:value-of select="a:t(concat('rule.', @rule, '.title'))"/>
        <xsl:if test="@function">
          <xsl:text> </xsl:text>
          <xsl:call-template name="code"><xsl:with-param name="text" select="@function"/></xsl:call-template>
        </xsl:if>
      </h2>
      <p class="meta">
        <xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template>
        <xsl:if test="place"><xsl:value-of select="concat(' ', a:t('html.item.more-files', 'n', count(place) - 1))"/></xsl:if>
        <xsl:if test="@start"><xsl:value-of select="concat(', ', a:t('html.item.lines', 'start', @start, 'end', @end))"/></xsl:if>
      </p>
      <xsl:call-template name="item-figures"/>
      <p>
        <xsl:value-of select="a:t('html.item.kind', 'priority', a:t(concat('priority.', @priority)), 'type', a:t(concat('type.', @type)), 'basis', a:t(concat('basis.', @basis)))"/>
        <xsl:if test="@in-plan = 'yes' and $priced"><xsl:text> </xsl:text><a href="#plan"><xsl:value-of select="a:t('html.item.in-plan')"/></a></xsl:if>
        <xsl:if test="@suppressed = 'yes'"><xsl:value-of select="concat(' ', a:t('html.item.suppressed'))"/></xsl:if>
      </p>
      <xsl:if test="@assumption"><p class="notice"><xsl:value-of select="@assumption"/></p></xsl:if>
      <xsl:if test="@unparsed"><p class="notice"><bdi><xsl:value-of select="@unparsed"/></bdi></p></xsl:if>
      <xsl:call-template name="item-places"/>
      <xsl:call-template name="causes"/>
      <h3><xsl:value-of select="a:t('html.item.todo')"/></h3>
      <p><xsl:value-of select="a:t(concat('rule.', @rule, '.fix'))"/></p>
      <xsl:call-template name="boxes"/>
      <xsl:call-template name="evidence"/>
      <xsl:call-template name="silence"/>
      <xsl:call-template name="steps"/>
    </article>
  </xsl:template>

  <xsl:template name="item-places">
    <xsl:if test="place">
      <h3><xsl:value-of select="a:t('html.item.places')"/></h3>
      <ul class="places">
        <xsl:for-each select="place[position() &lt;= 100]">
          <li>
            <xsl:choose>
              <xsl:when test="@start"><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @start, '–', @end)"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
        <xsl:if test="count(place) &gt; 100"><li><xsl:value-of select="a:t('html.more', 'n', a:n(count(place) - 100, 0), 'file', 'ardoise.json')"/></li></xsl:if>
      </ul>
      <xsl:if test="key('class', @id)"><p class="screen"><a href="#class-{@id}"><xsl:value-of select="a:t('html.item.side-by-side')"/></a></p></xsl:if>
      <xsl:if test="/ledger/architecture/cycle[@item = current()/@id]"><p class="screen"><a href="#cycle-{@id}"><xsl:value-of select="a:t('html.item.closing')"/></a></p></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="item-figures">
    <dl class="figures">
      <xsl:if test="$priced">
        <div><dt><xsl:value-of select="a:t('html.col.cost')"/></dt><dd><xsl:value-of select="a:money(@cost)"/></dd></div>
        <div><dt><xsl:value-of select="a:t('html.col.savings')"/></dt><dd><xsl:value-of select="a:money(@savings)"/></dd></div>
        <div><dt><xsl:value-of select="a:t('html.item.principal')"/></dt><dd><xsl:value-of select="a:money(@principal)"/></dd></div>
        <div><dt><xsl:value-of select="a:t('html.col.roi')"/></dt><dd><xsl:value-of select="a:percent(@roi)"/></dd></div>
        <div><dt><xsl:value-of select="a:t('html.col.payback')"/></dt><dd><xsl:call-template name="payback"/></dd></div>
      </xsl:if>
      <xsl:if test="$priced"><div><dt><xsl:value-of select="a:t('html.col.advice')"/></dt><dd class="word"><xsl:value-of select="a:t(concat('advice.', @advice))"/></dd></div></xsl:if>
      <div>
        <dt><xsl:value-of select="a:t('html.col.effort')"/></dt>
        <dd>
          <xsl:value-of select="a:n(@effort, 1)"/>
          <small><xsl:value-of select="a:t('html.item.effort', 'x', a:n(@investigation, 2), 'y', a:n(@implementation, 2), 'z', a:n(@testing, 2))"/></small>
        </dd>
      </div>
    </dl>
  </xsl:template>

  <xsl:template name="causes">
    <h3><xsl:value-of select="a:t('html.item.causes')"/></h3>
    <table class="causes stack">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.item.cause')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.item.value')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.item.thresholds')"/></th>
          <th scope="col"><xsl:value-of select="a:t('html.item.severity')"/></th>
          <xsl:if test="$priced"><th scope="col" class="n"><xsl:value-of select="a:t('html.item.charge')"/></th></xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="finding[position() &lt;= 24]">
          <tr>
            <td class="title">
              <a href="#rule-{@rule}"><xsl:value-of select="a:t(concat('rule.', @rule, '.title'))"/></a>
              <span class="how"><bdi><xsl:value-of select="@message"/></bdi></span>
              <xsl:if test="@because"><span class="how"><xsl:value-of select="a:t('html.item.because', 'until', @until)"/><xsl:text> </xsl:text><bdi><xsl:value-of select="@because"/></bdi></span></xsl:if>
            </td>
            <td class="n" data-label="{a:t('html.item.value')}"><xsl:value-of select="a:n(@value, -1)"/></td>
            <td class="n" data-label="{a:t('html.item.thresholds')}"><xsl:value-of select="concat(a:n(@attention, -1), ' / ', a:n(@critical, -1))"/></td>
            <td data-label="{a:t('html.item.severity')}">
              <span class="tag {@severity}"><xsl:value-of select="a:t(concat('severity.', @severity))"/></span>
              <xsl:if test="@state != 'known'"><xsl:text> </xsl:text><span class="tag {@state}"><xsl:value-of select="a:t(concat('state.', @state))"/></span></xsl:if>
            </td>
            <xsl:if test="$priced"><td class="n" data-label="{a:t('html.item.charge')}"><xsl:value-of select="a:money(@cost)"/></td></xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:if test="count(finding) &gt; 24"><p class="how"><xsl:value-of select="a:t('html.more', 'n', a:n(count(finding) - 24, 0), 'file', 'ardoise.json')"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="steps">
    <xsl:if test="step">
      <h3><xsl:value-of select="a:t('html.item.steps')"/></h3>
      <table class="steps">
        <thead class="unseen">
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.item.figure')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.item.formula')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.item.value')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="step">
            <xsl:if test="@part">
              <tr class="group">
                <th colspan="3">
                  <xsl:choose>
                    <xsl:when test="key('rule', @part)"><a href="#rule-{@part}"><xsl:value-of select="a:t(concat('rule.', @part, '.title'))"/></a></xsl:when>
                    <xsl:otherwise><xsl:value-of select="a:t(concat('html.part.', @part))"/></xsl:otherwise>
                  </xsl:choose>
                </th>
              </tr>
            </xsl:if>
            <tr>
              <th><xsl:value-of select="a:t(concat('step.', @key))"/></th>
              <td>
                <xsl:choose>
                  <xsl:when test="@key = 'in-file'"><xsl:call-template name="code"><xsl:with-param name="text" select="@origin"/></xsl:call-template></xsl:when>
                  <xsl:when test="@formula"><xsl:value-of select="@formula"/></xsl:when>
                  <xsl:when test="key('setting', @origin)"><a href="#set-{@origin}"><xsl:value-of select="@origin"/></a></xsl:when>
                  <xsl:when test="@origin = 'measured'"><xsl:value-of select="a:t('html.item.measured')"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="@origin"/></xsl:otherwise>
                </xsl:choose>
              </td>
              <td>
                <xsl:choose>
                  <xsl:when test="@key = 'payback' and (@value = 'INF' or @value &gt; 1200)"><xsl:value-of select="a:t('html.never')"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="a:n(@value, -1)"/><xsl:if test="@unit != ''"><xsl:text> </xsl:text><i><xsl:value-of select="a:unit(@unit)"/></i></xsl:if></xsl:otherwise>
                </xsl:choose>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="evidence">
    <h3><xsl:value-of select="a:t('html.item.evidence')"/></h3>
    <p>
      <xsl:value-of select="a:t('html.item.file', 'revisions', a:n(file/@revisions, 0), 'fixes', a:n(file/@fixes, 0), 'authors', a:n(file/@authors, 0), 'days', a:n(/ledger/@window, 0))"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="a:t(concat('html.item.tested.', file/@tested))"/>
    </p>
    <xsl:if test="file/@repairs != file/@fixes"><p><xsl:value-of select="a:t('html.item.repairs', 'repairs', a:n(file/@repairs, 0), 'fixes', a:n(file/@fixes, 0))"/></p></xsl:if>
    <xsl:if test="file/@departed"><p><xsl:value-of select="a:t('html.item.departed', 'date', a:date(file/@departed), 'share', a:percent(file/@kept))"/></p></xsl:if>
    <xsl:if test="@cyclomatic">
      <p><xsl:value-of select="a:t('html.item.function', 'lines', a:n(@function-lines, 0), 'cyclomatic', a:n(@cyclomatic, 0), 'cognitive', a:n(@cognitive, 0), 'nesting', a:n(@nesting, 0))"/></p>
    </xsl:if>
    <xsl:if test="excerpt">
      <ol class="excerpt" start="{excerpt/line[1]/@n}" translate="no" dir="ltr" aria-label="{a:t('html.item.source')}">
        <xsl:for-each select="excerpt/line"><li><xsl:value-of select="."/></li></xsl:for-each>
      </ol>
      <xsl:if test="excerpt/@left &gt; 0"><p class="how"><xsl:value-of select="a:t('html.item.cut', 'n', a:n(excerpt/@left, 0))"/></p></xsl:if>
    </xsl:if>
    <xsl:if test="file/commit">
      <table class="commits">
        <caption><xsl:value-of select="a:t('html.item.commits')"/></caption>
        <xsl:for-each select="file/commit">
          <tr>
            <td class="date"><xsl:value-of select="@date"/></td>
            <td class="title">
              <bdi><xsl:value-of select="@subject"/></bdi>
              <span class="how">
                <bdi><xsl:value-of select="@author"/></bdi>
                <xsl:text> </xsl:text><code><xsl:value-of select="@id"/></code>
                <xsl:if test="@added"><xsl:value-of select="concat(' +', @added, ' −', @deleted)"/></xsl:if>
              </span>
            </td>
            <td>
              <xsl:choose>
                <xsl:when test="@revert = 'yes'"><span class="tag"><xsl:value-of select="a:t('html.item.revert')"/></span></xsl:when>
                <xsl:when test="@fix = 'yes'"><span class="tag"><xsl:value-of select="a:t('html.item.fix')"/></span></xsl:when>
              </xsl:choose>
            </td>
          </tr>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="boxes">
    <h3><xsl:value-of select="a:t('html.item.impact')"/></h3>
    <ul class="boxes">
      <xsl:for-each select="box">
        <li class="{@ticked}"><span class="box" aria-hidden="true"><xsl:if test="@ticked = 'yes'">×</xsl:if></span><span class="unseen"><xsl:value-of select="a:t(concat('html.', @ticked))"/><xsl:text> </xsl:text></span><xsl:value-of select="a:t(concat('box.', @name))"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="silence">
    <h3><xsl:value-of select="a:t('html.item.silence')"/></h3>
    <p><xsl:value-of select="a:t('html.item.silence.how')"/></p>
    <pre translate="no"><xsl:value-of select="concat('ardoise:ignore ', @rule, ' until ', @silence-until, ' because …')"/></pre>
  </xsl:template>
</xsl:stylesheet>
