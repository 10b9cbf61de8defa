<?xml version="1.0" encoding="UTF-8"?>
<!-- Error handling: findings by rule and file, with the code around, what is lost, how to fix. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="errors">
    <section id="errors" class="page">
      <h1><xsl:value-of select="a:t('html.errors.title')"/></h1>
      <xsl:choose>
        <xsl:when test="errors/@measured = 0"><p class="notice"><xsl:value-of select="a:t('html.errors.unmeasured')"/></p></xsl:when>
        <xsl:when test="errors/@all = 0">
          <p class="notice"><xsl:value-of select="a:t('html.errors.none', 'n', a:n(errors/@measured, 0))"/></p>
          <xsl:call-template name="questions"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="a:t('html.errors.what', 'n', a:n(errors/@all, 0), 'files', a:n(errors/@measured, 0))"/></p>
          <p class="notice"><xsl:value-of select="a:t(concat('html.errors.basis.', @priced), 'cost', a:money(totals/@assumed))"/></p>
          <p class="how"><xsl:value-of select="a:t('html.errors.signs')"/></p>
          <xsl:if test="count(errors/rule) + count(errors/asked) &gt; 1">
            <p class="screen toc">
              <xsl:for-each select="errors/rule"><a href="#errors-{@id}"><xsl:value-of select="concat(a:t(concat('rule.', @id, '.title')), ' (', a:n(@n, 0), ')')"/></a></xsl:for-each>
              <xsl:if test="errors/asked"><a href="#errors-questions"><xsl:value-of select="concat(a:t('html.errors.questions'), ' (', a:n(errors/@reviews, 0), ')')"/></a></xsl:if>
            </p>
          </xsl:if>
          <xsl:apply-templates select="errors/rule"/>
          <xsl:call-template name="questions"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="errors/rule">
    <h2 id="errors-{@id}" tabindex="-1"><xsl:value-of select="a:t(concat('rule.', @id, '.title'))"/></h2>
    <p>
      <xsl:value-of select="a:t('html.errors.counts', 'n', a:n(@n, 0), 'critical', a:n(@critical, 0))"/>
      <xsl:if test="$priced"><xsl:value-of select="concat(' ', a:t('html.errors.cost', 'cost', a:money(@cost)))"/></xsl:if>
      <xsl:text> </xsl:text><a href="#rule-{@id}"><xsl:value-of select="a:t('html.errors.rule')"/></a>
    </p>
    <p><xsl:value-of select="a:t(concat('rule.', @id, '.why'))"/></p>
    <p><strong><xsl:value-of select="a:t('html.errors.fix')"/></strong><xsl:text> </xsl:text><xsl:value-of select="a:t(concat('rule.', @id, '.fix'))"/></p>
    <xsl:for-each select="file">
      <h3><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template><xsl:if test="@test = 'yes'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="a:t('html.files.test')"/></span></xsl:if></h3>
      <xsl:apply-templates select="finding"/>
    </xsl:for-each>
    <xsl:if test="@n &gt; count(file/finding)"><p class="how"><xsl:value-of select="a:t('html.more', 'n', a:n(@n - count(file/finding), 0), 'file', 'ardoise.json')"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="questions">
    <xsl:if test="errors/asked">
      <h2 id="errors-questions" tabindex="-1"><xsl:value-of select="a:t('html.errors.questions')"/></h2>
      <p><xsl:value-of select="a:t('html.errors.asked', 'n', a:n(errors/@reviews, 0))"/></p>
      <xsl:for-each select="errors/asked">
        <h3><xsl:value-of select="concat(a:t(concat('rule.', @id, '.title')), ' (', a:n(@n, 0), ')')"/></h3>
        <xsl:apply-templates select="finding"/>
        <xsl:if test="@n &gt; count(finding)"><p class="how"><xsl:value-of select="a:t('html.more', 'n', a:n(@n - count(finding), 0), 'file', 'ardoise.json')"/></p></xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="errors/rule/file/finding | errors/asked/finding">
    <div class="handler">
      <p>
        <bdi><xsl:value-of select="@message"/></bdi>
        <xsl:if test="not(parent::asked)"><xsl:text> </xsl:text><span class="tag {@severity}"><xsl:value-of select="a:t(concat('severity.', @severity))"/></span></xsl:if>
        <xsl:if test="@state != 'known'"><xsl:text> </xsl:text><span class="tag {@state}"><xsl:value-of select="a:t(concat('state.', @state))"/></span></xsl:if>
        <span class="how">
          <xsl:if test="parent::asked"><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template><xsl:text>, </xsl:text></xsl:if>
          <xsl:choose>
            <xsl:when test="@item"><a href="#item-{@item}"><xsl:value-of select="a:t('html.errors.line', 'line', @start)"/></a></xsl:when>
            <xsl:otherwise><xsl:value-of select="a:t('html.errors.line', 'line', @start)"/></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@function"><xsl:text>, </xsl:text><xsl:call-template name="code"><xsl:with-param name="text" select="@function"/></xsl:call-template></xsl:if>
          <xsl:if test="@years"><xsl:text>. </xsl:text><xsl:choose>
            <xsl:when test="@years &gt;= 1.5"><xsl:value-of select="a:t('html.errors.chance', 'years', a:n(@years, 0), 'cost', a:money(@cost))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="a:t('html.errors.often', 'n', a:n(@failures, 1), 'cost', a:money(@cost))"/></xsl:otherwise>
          </xsl:choose></xsl:if>
        </span>
      </p>
      <xsl:if test="line">
        <ol class="excerpt handled" start="{line[1]/@n}" translate="no" dir="ltr" aria-label="{a:t('html.item.source')}">
          <xsl:for-each select="line">
            <li><xsl:if test="@hit = 'yes'"><xsl:attribute name="class">hit</xsl:attribute></xsl:if><xsl:value-of select="."/></li>
          </xsl:for-each>
        </ol>
      </xsl:if>
      <xsl:if test="@left &gt; 0"><p class="how"><xsl:value-of select="a:t('html.item.cut', 'n', a:n(@left, 0))"/></p></xsl:if>
    </div>
  </xsl:template>
</xsl:stylesheet>
