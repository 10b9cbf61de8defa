<?xml version="1.0" encoding="UTF-8"?>
<!-- Duplicated code: classes by cost, the first copy beside each other one; report.js shows one pair at a time. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:key name="class" match="clones/class" use="@item"/>

  <xsl:template name="duplication">
    <section id="duplication" class="page">
      <h1><xsl:value-of select="a:t('html.clones.title')"/></h1>
      <xsl:choose>
        <xsl:when test="clones/@measured = 0"><p class="notice"><xsl:value-of select="a:t('html.clones.unmeasured')"/></p></xsl:when>
        <xsl:when test="clones/@classes = 0"><p class="notice"><xsl:value-of select="a:t('html.clones.none', 'n', a:n(clones/@measured, 0))"/></p></xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="a:t('html.clones.what', 'classes', a:n(clones/@classes, 0), 'copies', a:n(clones/@copies, 0), 'lines', a:n(clones/@lines, 0), 'files', a:n(clones/@measured, 0))"/></p>
          <p class="how"><xsl:value-of select="a:t('html.clones.signs')"/></p>
          <xsl:if test="clones/@all &gt; count(clones/class)"><p><xsl:value-of select="a:t('html.clones.more', 'listed', a:n(count(clones/class), 0), 'all', a:n(clones/@all, 0))"/></p></xsl:if>
          <xsl:if test="clones/@all = 0"><p class="notice"><xsl:value-of select="a:t('html.clones.small')"/></p></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="clones/other">
        <ul class="places">
          <xsl:for-each select="clones/other"><xsl:call-template name="place"/></xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:apply-templates select="clones/class"/>
    </section>
  </xsl:template>

  <!-- One finding as a line: what it says, where it is. -->
  <xsl:template name="place">
    <li>
      <bdi><xsl:value-of select="@message"/></bdi>
      <xsl:if test="@severity = 'critical'"><xsl:text> </xsl:text><span class="tag critical"><xsl:value-of select="a:t('severity.critical')"/></span></xsl:if>
      <span class="where">
        <xsl:choose>
          <xsl:when test="@item"><a href="#item-{@item}"><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @start)"/></xsl:call-template></a></xsl:when>
          <xsl:otherwise><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @start)"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </span>
    </li>
  </xsl:template>

  <xsl:template match="class">
    <article class="class" id="class-{@item}" aria-labelledby="class-title-{@item}">
      <h2 id="class-title-{@item}">
        <xsl:value-of select="concat(@rank, '. ')"/>
        <xsl:choose>
          <xsl:when test="@listed = 'yes'"><a href="#item-{@item}"><xsl:value-of select="a:t('html.class.title', 'copies', a:n(@copies, 0), 'lines', a:n(@lines, 0))"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="a:t('html.class.title', 'copies', a:n(@copies, 0), 'lines', a:n(@lines, 0))"/></xsl:otherwise>
        </xsl:choose>
      </h2>
      <p class="meta">
        <xsl:value-of select="a:t(concat('html.class.type.', @type))"/>
        <xsl:if test="$priced"><xsl:value-of select="concat(' ', a:t('html.class.cost', 'cost', a:money(@cost), 'effort', a:n(@effort, 1)))"/></xsl:if>
        <xsl:if test="@suppressed = 'yes'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="a:t('html.suppressed')"/></span></xsl:if>
      </p>
      <ol class="copies">
        <xsl:for-each select="copy">
          <li>
            <xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @start, '–', @end)"/></xsl:call-template>
            <xsl:if test="@function"><span class="how"><xsl:value-of select="a:t('html.class.in')"/><xsl:text> </xsl:text><xsl:call-template name="code"><xsl:with-param name="text" select="@function"/></xsl:call-template></span></xsl:if>
          </li>
        </xsl:for-each>
        <xsl:if test="@copies &gt; count(copy)"><li class="rest"><xsl:value-of select="a:t('html.more', 'n', a:n(@copies - count(copy), 0), 'file', 'ardoise.json')"/></li></xsl:if>
      </ol>
      <xsl:if test="remark">
        <ul class="places">
          <xsl:for-each select="remark">
            <li><bdi><xsl:value-of select="@message"/></bdi><span class="where"><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@path, ':', @line)"/></xsl:call-template></span></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="count(pair) &gt; 1">
        <p class="choice" hidden="hidden" role="group" aria-label="{a:t('html.class.choose')}">
          <span><xsl:value-of select="a:t('html.class.beside')"/></span>
          <xsl:for-each select="pair"><button type="button" data-pair="{@right}"><xsl:value-of select="a:t('html.class.copy', 'n', @right)"/></button></xsl:for-each>
        </p>
      </xsl:if>
      <xsl:apply-templates select="pair"/>
      <xsl:if test="not(pair)"><p class="how"><xsl:value-of select="a:t('html.class.unread')"/></p></xsl:if>
    </article>
  </xsl:template>

  <xsl:template match="pair">
    <xsl:variable name="right" select="../copy[@n = current()/@right]"/>
    <table class="pair" data-pair="{@right}" translate="no">
      <caption>
        <xsl:value-of select="a:t('html.class.pair', 'right', @right, 'same', a:n(@same, 0), 'differ', a:n(@differ, 0))"/>
        <xsl:if test="../@lines &gt; count(row[left])"><xsl:value-of select="concat(' ', a:t('html.class.cut', 'n', a:n(count(row[left]), 0)))"/></xsl:if>
      </caption>
      <thead>
        <tr>
          <th scope="col"><xsl:call-template name="code"><xsl:with-param name="text" select="concat(../copy[1]/@path, ':', ../copy[1]/@start)"/></xsl:call-template></th>
          <td class="sign"></td>
          <th scope="col"><xsl:call-template name="code"><xsl:with-param name="text" select="concat($right/@path, ':', $right/@start)"/></xsl:call-template></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="row">
          <tr class="{@kind}">
            <td class="src" dir="ltr"><xsl:apply-templates select="left"/></td>
            <td class="sign">
              <xsl:choose>
                <xsl:when test="@kind = 'same'"><span aria-hidden="true">=</span><span class="unseen"><xsl:value-of select="a:t('html.class.same')"/></span></xsl:when>
                <xsl:when test="@kind = 'alike'"><span aria-hidden="true">≠</span><span class="unseen"><xsl:value-of select="a:t('html.class.alike')"/></span></xsl:when>
                <xsl:when test="@kind = 'left'"><span aria-hidden="true">◂</span><span class="unseen"><xsl:value-of select="a:t('html.class.left')"/></span></xsl:when>
                <xsl:otherwise><span aria-hidden="true">▸</span><span class="unseen"><xsl:value-of select="a:t('html.class.right')"/></span></xsl:otherwise>
              </xsl:choose>
            </td>
            <td class="src" dir="ltr"><xsl:apply-templates select="right"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="row/left | row/right">
    <b><xsl:value-of select="@n"/></b>
    <code><xsl:apply-templates select="s | d"/></code>
  </xsl:template>
  <xsl:template match="s"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="d"><mark><xsl:value-of select="."/></mark></xsl:template>
</xsl:stylesheet>
