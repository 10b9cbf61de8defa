<?xml version="1.0" encoding="UTF-8"?>
<!-- How the figures are made: the model in words, rules, settings, languages, notes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="method">
    <section id="method" class="page">
      <h1><xsl:value-of select="a:t('html.method.title')"/></h1>
      <p class="screen toc">
        <a href="#model"><xsl:value-of select="a:t('html.method.model')"/></a>
        <a href="#backtest"><xsl:value-of select="a:t('html.method.backtest')"/></a>
        <a href="#rules"><xsl:value-of select="a:t('html.method.rules')"/></a>
        <a href="#settings"><xsl:value-of select="a:t('html.method.settings')"/></a>
        <a href="#languages"><xsl:value-of select="a:t('html.method.languages')"/></a>
        <a href="#notes"><xsl:value-of select="a:t('html.notes.title')"/></a>
        <a href="#about"><xsl:value-of select="a:t('html.method.about')"/></a>
      </p>
      <xsl:call-template name="model"/>
      <xsl:call-template name="backtest"/>
      <xsl:call-template name="rules"/>
      <xsl:call-template name="settings"/>
      <xsl:call-template name="languages"/>
      <xsl:call-template name="notes"/>
      <h2 id="about"><xsl:value-of select="a:t('html.method.about')"/></h2>
      <dl class="facts">
        <div><dt><xsl:value-of select="a:t('html.about.version')"/></dt><dd><xsl:value-of select="concat('ardoise ', @version)"/></dd></div>
        <div><dt><xsl:value-of select="a:t('html.about.head')"/></dt><dd><code translate="no"><xsl:value-of select="@head"/></code></dd></div>
        <div><dt><xsl:value-of select="a:t('html.about.settings')"/></dt><dd><code translate="no"><xsl:value-of select="@settings-digest"/></code></dd></div>
        <div><dt><xsl:value-of select="a:t('html.about.licences')"/></dt><dd><xsl:value-of select="a:t('html.about.licences.text')"/></dd></div>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="model">
    <h2 id="model"><xsl:value-of select="a:t('html.method.model')"/></h2>
    <ol class="model">
      <li><xsl:value-of select="a:t('html.model.hours')"/></li>
      <li><xsl:value-of select="a:t('html.model.health')"/></li>
      <li><xsl:value-of select="a:t('html.model.cost')"/></li>
      <li><xsl:value-of select="a:t('html.model.risk')"/></li>
      <li><xsl:value-of select="a:t('html.model.effort')"/></li>
      <li id="rating"><xsl:value-of select="a:t('html.model.rating')"/></li>
      <li><xsl:value-of select="a:t('html.model.plan')"/></li>
    </ol>
  </xsl:template>

  <xsl:template name="backtest">
    <h2 id="backtest"><xsl:value-of select="a:t('html.method.backtest')"/></h2>
    <xsl:if test="not(backtest)"><p><xsl:value-of select="a:t('html.backtest.none')"/></p></xsl:if>
    <xsl:for-each select="backtest">
      <p><xsl:value-of select="a:t('html.backtest.what')"/></p>
      <p>
        <xsl:choose>
          <xsl:when test="@model-used = 'yes'"><xsl:value-of select="a:t('html.backtest.model')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="a:t('html.backtest.other', 'rank', a:t(concat('ranking.', @rank)), 'line', a:t(concat('ranking.', @per-line)))"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <table class="stack">
        <caption class="unseen"><xsl:value-of select="a:t('html.method.backtest')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.backtest.ranking')"/></th>
            <xsl:for-each select="ranking[1]/measure"><th scope="col" class="n"><xsl:value-of select="a:t(concat('merit.', @name))"/></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="ranking">
            <tr>
              <th scope="row" class="title"><xsl:value-of select="a:t(concat('ranking.', @name))"/></th>
              <xsl:for-each select="measure">
                <td class="n" data-label="{a:t(concat('merit.', @name))}">
                  <xsl:value-of select="a:n(@value, 2)"/>
                  <xsl:choose><xsl:when test="@behind = 'yes'"> ▼</xsl:when><xsl:when test="@ahead = 'yes'"> ▲</xsl:when></xsl:choose>
                  <span class="how"><xsl:value-of select="concat(a:n(@low, 2), ' – ', a:n(@high, 2))"/></span>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <h3><xsl:value-of select="a:t('html.backtest.tenths')"/></h3>
      <p><xsl:value-of select="a:t('html.backtest.tenths.what')"/></p>
      <table class="stack">
        <caption class="unseen"><xsl:value-of select="a:t('html.backtest.tenths')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.backtest.tenth')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.backtest.files')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.backtest.fixes_expected')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.backtest.fixes_observed')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.backtest.days_expected')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.backtest.days_observed')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="tenth">
            <tr>
              <th scope="row"><xsl:value-of select="position()"/></th>
              <td class="n" data-label="{a:t('html.backtest.files')}"><xsl:value-of select="a:n(@files, 0)"/></td>
              <td class="n" data-label="{a:t('html.backtest.fixes_expected')}"><xsl:value-of select="a:n(@fixes-expected, 1)"/></td>
              <td class="n" data-label="{a:t('html.backtest.fixes_observed')}"><xsl:value-of select="a:n(@fixes-observed, 1)"/></td>
              <td class="n" data-label="{a:t('html.backtest.days_expected')}"><xsl:value-of select="a:n(@days-expected, 1)"/></td>
              <td class="n" data-label="{a:t('html.backtest.days_observed')}"><xsl:value-of select="a:n(@days-observed, 1)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row"><xsl:value-of select="a:t('html.backtest.all')"/></th>
            <td class="n" data-label="{a:t('html.backtest.files')}"><xsl:value-of select="a:n(sum(tenth/@files), 0)"/></td>
            <td class="n" data-label="{a:t('html.backtest.fixes_expected')}"><xsl:value-of select="a:n(sum(tenth/@fixes-expected), 0)"/></td>
            <td class="n" data-label="{a:t('html.backtest.fixes_observed')}"><xsl:value-of select="a:n(sum(tenth/@fixes-observed), 0)"/></td>
            <td class="n" data-label="{a:t('html.backtest.days_expected')}"><xsl:value-of select="a:n(sum(tenth/@days-expected), 0)"/></td>
            <td class="n" data-label="{a:t('html.backtest.days_observed')}"><xsl:value-of select="a:n(sum(tenth/@days-observed), 0)"/></td>
          </tr>
        </tfoot>
      </table>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="rules">
    <h2 id="rules"><xsl:value-of select="a:t('html.method.rules')"/></h2>
    <xsl:for-each select="rules/rule">
      <div class="rule" id="rule-{@id}">
        <h3 tabindex="-1"><xsl:value-of select="a:t(concat('rule.', @id, '.title'))"/><xsl:text> </xsl:text><code translate="no"><xsl:value-of select="@id"/></code></h3>
        <p><xsl:value-of select="a:t(concat('rule.', @id, '.why'))"/><xsl:text> </xsl:text><xsl:value-of select="a:t(concat('rule.', @id, '.fix'))"/></p>
        <dl class="facts">
          <div><dt><xsl:value-of select="a:t('html.rule.measure')"/></dt><dd><xsl:value-of select="concat(a:or(concat('html.measure.', @id), @measure), ' [', a:unit(@unit), ']')"/></dd></div>
          <xsl:choose>
            <xsl:when test="@enabled = 'no'"><div><dt><xsl:value-of select="a:t('html.rule.findings')"/></dt><dd><xsl:value-of select="a:t('html.rule.off')"/></dd></div></xsl:when>
            <xsl:otherwise>
              <div><dt><xsl:value-of select="a:t('html.rule.findings')"/></dt><dd><a href="#backlog?rule={@id}"><xsl:value-of select="a:n(@findings, 0)"/></a></dd></div>
            </xsl:otherwise>
          </xsl:choose>
          <div><dt><xsl:value-of select="a:t('html.rule.thresholds')"/></dt><dd><xsl:value-of select="a:t('html.rule.thresholds.text', 'attention', a:n(@attention, -1), 'critical', a:n(@critical, -1))"/><xsl:if test="@test-attention != @attention or @test-critical != @critical"><xsl:value-of select="a:t('html.rule.thresholds.test', 'attention', a:n(@test-attention, -1), 'critical', a:n(@test-critical, -1))"/></xsl:if></dd></div>
          <div><dt><xsl:value-of select="a:t('html.rule.weights')"/></dt><dd><xsl:value-of select="a:t('html.rule.weights.text', 'time', a:n(@w-time, 2), 'incident', a:n(@w-incident, 2))"/></dd></div>
          <div><dt><xsl:value-of select="a:t('html.rule.recoverable')"/></dt><dd><xsl:value-of select="a:t('html.rule.recoverable.text', 'time', a:percent(@recoverable-time), 'incident', a:percent(@recoverable-incident))"/></dd></div>
          <xsl:if test="@impact"><div><dt><xsl:value-of select="a:t('html.rule.risk')"/></dt><dd><xsl:value-of select="a:t('html.rule.risk.text', 'impact', a:t(concat('impact.', @impact)), 'chance', a:t('number.percent', 'number', a:n(100 * @chance, 1)))"/></dd></div></xsl:if>
          <div><dt><xsl:value-of select="a:t('html.rule.effort')"/></dt><dd>
            <xsl:choose>
              <xsl:when test="@constant = 0 and @per-quantity = 0"><xsl:value-of select="a:t('html.rule.effort.none')"/></xsl:when>
              <xsl:when test="@per-quantity = 0"><xsl:value-of select="concat(a:n(@constant, -1), ' h')"/></xsl:when>
              <xsl:when test="@constant = 0"><xsl:value-of select="concat(a:n(@per-quantity, -1), ' h × ', a:or(concat('html.quantity.', @id), @quantity))"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="concat(a:n(@constant, -1), ' h + ', a:n(@per-quantity, -1), ' h × ', a:or(concat('html.quantity.', @id), @quantity))"/></xsl:otherwise>
            </xsl:choose>
          </dd></div>
          <div><dt><xsl:value-of select="a:t('html.rule.gate')"/></dt><dd><xsl:value-of select="a:t(concat('html.rule.gate.', @gates))"/></dd></div>
          <div><dt><xsl:value-of select="a:t('html.rule.source')"/></dt><dd><xsl:value-of select="@source"/></dd></div>
        </dl>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="settings">
    <h2 id="settings"><xsl:value-of select="a:t('html.method.settings')"/></h2>
    <p><xsl:value-of select="a:t('html.settings.what')"/></p>
    <table class="settings">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.settings.key')"/></th>
          <th scope="col"><xsl:value-of select="a:t('html.item.value')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="settings/setting">
          <tr id="set-{@key}">
            <th scope="row"><code translate="no"><xsl:value-of select="@key"/></code><span class="how"><xsl:value-of select="a:or(concat('html.doc.', @key), @doc)"/></span></th>
            <td>
              <xsl:choose>
                <xsl:when test="@low"><xsl:value-of select="concat(a:n(@value, -1), ' ', a:unit(@unit))"/><span class="how"><xsl:value-of select="a:t('html.settings.range', 'low', a:n(@low, -1), 'high', a:n(@high, -1))"/></span></xsl:when>
                <xsl:when test="@value"><xsl:value-of select="concat(a:n(@value, -1), ' ', a:unit(@unit))"/></xsl:when>
                <xsl:when test="@flag"><xsl:value-of select="a:t(concat('html.', @flag))"/></xsl:when>
                <xsl:when test="@text"><bdi><xsl:value-of select="@text"/></bdi></xsl:when>
                <xsl:when test="entry"><xsl:for-each select="entry"><span class="entry"><xsl:call-template name="code"><xsl:with-param name="text" select="@text"/></xsl:call-template></span></xsl:for-each></xsl:when>
                <xsl:otherwise><xsl:value-of select="a:t('html.settings.empty')"/></xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:if test="suppressions/suppression">
      <h3><xsl:value-of select="a:t('html.settings.suppressions')"/></h3>
      <ul>
        <xsl:for-each select="suppressions/suppression">
          <li><code translate="no"><xsl:value-of select="@rule"/></code><xsl:text> </xsl:text><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template><xsl:text> </xsl:text><xsl:value-of select="a:t('html.item.because', 'until', @until)"/><xsl:text> </xsl:text><bdi><xsl:value-of select="@because"/></bdi></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="languages">
    <h2 id="languages"><xsl:value-of select="a:t('html.method.languages')"/></h2>
    <p><xsl:value-of select="a:t('html.languages.what')"/></p>
    <div class="scroll" tabindex="0" role="region" aria-label="{a:t('html.method.languages')}"><table class="languages">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.col.language')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.languages.files')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.col.code-lines')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.languages.functions')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.languages.errors')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="languages/language">
          <tr>
            <th scope="row"><xsl:value-of select="@name"/></th>
            <td class="n"><xsl:value-of select="a:n(@files, 0)"/></td>
            <td class="n"><xsl:value-of select="a:n(@code-lines, 0)"/></td>
            <xsl:choose>
              <xsl:when test="@measured = 'yes'">
                <td class="n"><xsl:value-of select="a:n(@functions, 0)"/></td>
                <td class="n"><xsl:value-of select="concat(a:n(100 * @errors, 2), ' %')"/></td>
              </xsl:when>
              <xsl:otherwise><td class="n" colspan="2"><xsl:value-of select="a:t('html.languages.unmeasured')"/></td></xsl:otherwise>
            </xsl:choose>
          </tr>
        </xsl:for-each>
      </tbody>
    </table></div>
  </xsl:template>

  <xsl:template name="notes">
    <h2 id="notes"><xsl:value-of select="a:t('html.notes.title')"/></h2>
    <xsl:choose>
      <xsl:when test="notes/note">
        <p><xsl:value-of select="a:t('html.notes.what', 'n', a:n(notes/@all, 0))"/></p>
        <ul class="notes">
          <xsl:for-each select="notes/note[position() &lt;= 200]">
            <li>
              <bdi><xsl:value-of select="@reason"/></bdi>
              <xsl:if test="@n &gt; 1"><xsl:value-of select="concat(' (', a:n(@n, 0), ')')"/></xsl:if>
              <xsl:for-each select="place"><span class="where"><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></span></xsl:for-each>
              <xsl:if test="@n &gt; count(place) and place"><span class="where"><xsl:value-of select="a:t('html.more', 'n', a:n(@n - count(place), 0), 'file', 'ardoise.json')"/></span></xsl:if>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="count(notes/note) &gt; 200"><p><xsl:value-of select="a:t('html.more', 'n', a:n(count(notes/note) - 200, 0), 'file', 'ardoise.json')"/></p></xsl:if>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="a:t('html.notes.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
