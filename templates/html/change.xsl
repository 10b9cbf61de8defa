<?xml version="1.0" encoding="UTF-8"?>
<!-- Change: what changes together, how the hottest files grew, how long lines stay, findings of the family. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="change">
    <section id="change" class="page">
      <h1><xsl:value-of select="a:t('html.change.title')"/></h1>
      <xsl:call-template name="couplings"/>
      <xsl:call-template name="trends"/>
      <xsl:call-template name="survival"/>
      <xsl:for-each select="change/rule"><xsl:call-template name="family-rule"/></xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="couplings">
    <h2><xsl:value-of select="a:t('html.change.together')"/></h2>
    <xsl:choose>
      <xsl:when test="change/@couplings = 0"><p><xsl:value-of select="a:t('html.change.together.none')"/></p></xsl:when>
      <xsl:otherwise>
        <p class="how"><xsl:value-of select="a:t('html.change.together.how', 'n', a:n(change/@couplings, 0), 'code', a:n(change/@couplings-code, 0))"/></p>
        <xsl:if test="change/@couplings-code = 0"><p><xsl:value-of select="a:t('html.change.together.no-code')"/></p></xsl:if>
        <xsl:if test="change/@couplings-code &gt; 0">
          <xsl:apply-templates select="change/arcs"/>
          <xsl:call-template name="pairs">
            <xsl:with-param name="nodes" select="change/coupling[@code = 'yes']"/>
            <xsl:with-param name="all" select="change/@couplings-code"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="change/coupling[@code = 'no']">
          <details>
            <summary><xsl:value-of select="a:t('html.change.other-pairs', 'n', a:n(change/@couplings - change/@couplings-code, 0))"/></summary>
            <xsl:if test="change/@couplings-code = 0"><xsl:apply-templates select="change/arcs"/></xsl:if>
            <xsl:call-template name="pairs">
              <xsl:with-param name="nodes" select="change/coupling[@code = 'no']"/>
              <xsl:with-param name="all" select="change/@couplings - change/@couplings-code"/>
            </xsl:call-template>
          </details>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="pairs">
    <xsl:param name="nodes"/>
    <xsl:param name="all"/>
    <table class="couplings stack">
      <caption class="unseen"><xsl:value-of select="a:t('html.change.together')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.change.pair')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.col.together')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.col.confidence')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.col.lift')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$nodes">
          <tr id="pair-{@id}">
            <td class="title">
              <xsl:apply-templates select="one"/>
              <span class="other"><xsl:value-of select="a:t('html.change.with')"/><xsl:text> </xsl:text><xsl:apply-templates select="other"/></span>
              <xsl:if test="@across = 'yes' or @depends = 'yes' or @hidden = 'yes'">
                <span class="how">
                  <xsl:if test="@depends = 'yes'"><xsl:value-of select="a:t('html.change.depends')"/></xsl:if>
                  <xsl:if test="@hidden = 'yes'"><xsl:value-of select="a:t('html.change.hidden')"/></xsl:if>
                  <xsl:if test="@across = 'yes'"><xsl:if test="@depends = 'yes' or @hidden = 'yes'">, </xsl:if><xsl:value-of select="a:t('html.change.across')"/></xsl:if>
                </span>
              </xsl:if>
              <xsl:if test="commit">
                <details>
                  <summary><xsl:value-of select="a:t('html.change.commits', 'n', a:n(count(commit), 0))"/></summary>
                  <ul class="places">
                    <xsl:for-each select="commit">
                      <li><bdi><xsl:value-of select="@subject"/></bdi><span class="where"><xsl:value-of select="a:date(@date)"/><xsl:text> </xsl:text><xsl:call-template name="code"><xsl:with-param name="text" select="@id"/></xsl:call-template></span></li>
                    </xsl:for-each>
                  </ul>
                </details>
              </xsl:if>
            </td>
            <td class="n" data-label="{a:t('html.change.col.together')}">
              <xsl:value-of select="a:n(@together, 0)"/>
              <span class="how"><xsl:value-of select="a:t('html.change.of', 'one', a:n(@revisions-one, 0), 'other', a:n(@revisions-other, 0))"/></span>
            </td>
            <td class="n" data-label="{a:t('html.change.col.confidence')}"><xsl:value-of select="a:percent(@confidence)"/></td>
            <td class="n" data-label="{a:t('html.change.col.lift')}"><xsl:value-of select="a:n(@lift, 1)"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:if test="$all &gt; count($nodes)"><p><xsl:value-of select="a:t('html.more', 'n', a:n($all - count($nodes), 0), 'file', 'ardoise.json')"/></p></xsl:if>
  </xsl:template>

  <xsl:template match="coupling/one | coupling/other">
    <xsl:call-template name="file-link"/>
    <xsl:if test="@test = 'yes'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="a:t('html.files.test')"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="arcs">
    <p class="how wide"><xsl:value-of select="a:t('html.change.arcs.how', 'shown', a:n(@shown, 0), 'all', a:n(@all, 0))"/></p>
    <div class="scroll graph wide" tabindex="0" role="region" aria-label="{a:t('html.change.together')}">
      <svg class="arcs" viewBox="0 0 {@width} {@height}" width="{@width}" height="{@height}" role="group" aria-label="{a:t('html.change.together')}">
        <g aria-hidden="true">
          <xsl:for-each select="arc">
            <path class="edge" d="{@d}" stroke-width="{@stroke}" data-from="{@from}" data-to="{@to}">
              <xsl:if test="@across = 'yes'"><xsl:attribute name="class">edge loop</xsl:attribute></xsl:if>
            </path>
          </xsl:for-each>
        </g>
        <xsl:for-each select="file">
          <a data-node="{@id}">
            <xsl:attribute name="href"><xsl:choose>
              <xsl:when test="@link"><xsl:value-of select="@link"/></xsl:when>
              <xsl:when test="key('listed', @file)"><xsl:value-of select="concat('#file-', @file)"/></xsl:when>
              <xsl:otherwise>#change</xsl:otherwise>
            </xsl:choose></xsl:attribute>
            <title><xsl:value-of select="@path"/></title>
            <rect class="bare" x="0" y="{@y - 11}" width="{../@column + 8}" height="22"/>
            <text x="{../@column}" y="{@y + 4.5}" text-anchor="end"><xsl:value-of select="@label"/></text>
            <circle cx="{../@column + 8}" cy="{@y}" r="3"/>
          </a>
        </xsl:for-each>
      </svg>
    </div>
  </xsl:template>

  <xsl:template name="trends">
    <h2><xsl:value-of select="a:t('html.change.trends')"/></h2>
    <xsl:choose>
      <xsl:when test="change/@trends = 0"><p><xsl:value-of select="a:t('html.change.trends.none')"/></p></xsl:when>
      <xsl:otherwise>
        <p class="how"><xsl:value-of select="a:t('html.change.trends.how')"/></p>
        <table class="trends stack">
          <caption class="unseen"><xsl:value-of select="a:t('html.change.trends')"/></caption>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="a:t('html.col.file')"/></th>
              <th scope="col"><xsl:value-of select="a:t('html.change.course')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.change.complexity')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.col.code-lines')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="change/trend">
              <tr>
                <td class="title">
                  <xsl:call-template name="file-link"/>
                  <span class="where"><xsl:value-of select="a:t('html.change.span', 'n', a:n(@revisions, 0), 'from', a:date(@from), 'to', a:date(@to))"/></span>
                </td>
                <td>
                  <svg class="trend" viewBox="0 0 {../@trend-width} {../@trend-height}" width="{../@trend-width}" height="{../@trend-height}" aria-hidden="true">
                    <polyline class="lines" points="{@lines-d}"/>
                    <polyline points="{@complexity-d}"/>
                  </svg>
                </td>
                <td class="n" data-label="{a:t('html.change.complexity')}"><xsl:value-of select="concat(a:n(@complexity-first, 0), ' → ', a:n(@complexity-last, 0))"/><span class="how"><xsl:choose>
                  <xsl:when test="@complexity-year"><xsl:if test="@complexity-year &gt; 0">+</xsl:if><xsl:value-of select="a:t('html.change.a-year', 'n', a:n(@complexity-year, 1))"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="a:t('html.change.months')"/></xsl:otherwise>
                </xsl:choose></span></td>
                <td class="n" data-label="{a:t('html.col.code-lines')}"><xsl:value-of select="concat(a:n(@lines-first, 0), ' → ', a:n(@lines-last, 0))"/><span class="how"><xsl:choose>
                  <xsl:when test="@lines-year"><xsl:if test="@lines-year &gt; 0">+</xsl:if><xsl:value-of select="a:t('html.change.a-year', 'n', a:n(@lines-year, 1))"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="a:t('html.change.months')"/></xsl:otherwise>
                </xsl:choose></span></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:if test="change/@trends &gt; count(change/trend)"><p><xsl:value-of select="a:t('html.more', 'n', a:n(change/@trends - count(change/trend), 0), 'file', 'ardoise.sqlite')"/></p></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="survival">
    <xsl:if test="change/quarter">
      <h2><xsl:value-of select="a:t('html.change.survival')"/></h2>
      <p class="how"><xsl:value-of select="a:t('html.change.survival.how', 'n', a:n(change/@files-read, 0), 'from', change/quarter[@files = ../@files-read][last()]/@name)"/></p>
      <xsl:call-template name="quarters"><xsl:with-param name="nodes" select="change/quarter[position() &lt;= 12]"/></xsl:call-template>
      <xsl:if test="count(change/quarter) &gt; 12">
        <details>
          <summary><xsl:value-of select="a:t('html.change.survival.older', 'n', a:n(count(change/quarter) - 12, 0), 'from', change/quarter[last()]/@name, 'to', change/quarter[13]/@name, 'share', a:percent(sum(change/quarter[position() &gt; 12]/@standing) div sum(change/quarter[position() &gt; 12]/@added)))"/></summary>
          <xsl:call-template name="quarters"><xsl:with-param name="nodes" select="change/quarter[position() &gt; 12]"/></xsl:call-template>
        </details>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="quarters">
    <xsl:param name="nodes"/>
    <table class="survival">
      <caption class="unseen"><xsl:value-of select="a:t('html.change.survival')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.change.quarter')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.files')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.written')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.standing')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.change.share')"/></th>
          <td class="bar"></td>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$nodes">
          <tr>
            <th scope="row"><xsl:value-of select="@name"/></th>
            <td class="n"><xsl:value-of select="a:n(@files, 0)"/></td>
            <td class="n"><xsl:value-of select="a:n(@added, 0)"/></td>
            <td class="n"><xsl:value-of select="a:n(@standing, 0)"/></td>
            <td class="n"><xsl:value-of select="a:percent(@share)"/></td>
            <td class="bar">
              <svg viewBox="0 0 200 14" width="200" height="14" aria-hidden="true">
                <rect class="written" x="0.5" y="1.5" width="{199 * @added-part}" height="11"/>
                <rect class="standing" x="0.5" y="1.5" width="{199 * @standing-part}" height="11"/>
              </svg>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
