<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of index.html. The folder's other sheets are appended to this one; a: are the functions of reports/html_words.c. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="line s d"/>
  <xsl:variable name="priced" select="/ledger/@priced = 'yes'"/>
  <xsl:key name="setting" match="setting" use="@key"/>
  <xsl:key name="listed" match="files/file" use="@file"/>
  <xsl:key name="coupling" match="change/coupling" use="@id"/>
  <xsl:key name="rule" match="rules/rule" use="@id"/>

  <xsl:template match="/ledger">
    <html lang="{@lang}">
      <head>
        <meta http-equiv="Content-Security-Policy">
          <xsl:attribute name="content">
            <xsl:text>default-src 'none'; base-uri 'none'; form-action 'none'; style-src </xsl:text>
            <xsl:value-of select="asset[@name='report.css']/@digest"/>
            <xsl:text>; script-src</xsl:text>
            <xsl:for-each select="asset[@name='d3-hierarchy.js' or @name='report.js']">
              <xsl:value-of select="concat(' ', @digest)"/>
            </xsl:for-each>
          </xsl:attribute>
        </meta>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title><xsl:value-of select="concat(a:t('html.title'), ' – ', substring(@head, 1, 10))"/></title>
        <style><xsl:value-of select="asset[@name='report.css']"/></style>
        <script><xsl:value-of select="asset[@name='d3-hierarchy.js']"/></script>
        <script><xsl:value-of select="asset[@name='report.js']"/></script>
      </head>
      <body>
        <a class="skip" href="#main"><xsl:value-of select="a:t('html.skip')"/></a>
        <header class="top">
          <p class="mark" translate="no">ardoise</p>
          <nav aria-label="{a:t('html.nav')}">
            <a href="#overview"><xsl:value-of select="a:t('html.nav.overview')"/></a>
            <a href="#backlog"><xsl:value-of select="a:t('html.nav.backlog')"/></a>
            <a href="#map"><xsl:value-of select="a:t('html.nav.map')"/></a>
            <a href="#files"><xsl:value-of select="a:t('html.nav.files')"/></a>
            <a href="#errors"><xsl:value-of select="a:t('html.nav.errors')"/></a>
            <a href="#duplication"><xsl:value-of select="a:t('html.nav.duplication')"/></a>
            <a href="#architecture"><xsl:value-of select="a:t('html.nav.architecture')"/></a>
            <a href="#change"><xsl:value-of select="a:t('html.nav.change')"/></a>
            <a href="#people"><xsl:value-of select="a:t('html.nav.people')"/></a>
            <a href="#delivery"><xsl:value-of select="a:t('html.nav.delivery')"/></a>
            <a href="#method"><xsl:value-of select="a:t('html.nav.method')"/></a>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          <xsl:call-template name="overview"/>
          <xsl:call-template name="backlog"/>
          <xsl:call-template name="map"/>
          <section id="items" aria-label="{a:t('html.items')}">
            <xsl:apply-templates select="items/item"/>
          </section>
          <xsl:call-template name="files"/>
          <xsl:call-template name="errors"/>
          <xsl:call-template name="duplication"/>
          <xsl:call-template name="architecture"/>
          <xsl:call-template name="change"/>
          <xsl:call-template name="people"/>
          <xsl:call-template name="delivery"/>
          <xsl:call-template name="method"/>
        </main>
        <footer>
          <p>
            <xsl:value-of select="a:t('html.footer', 'version', @version, 'commit', substring(@head, 1, 10), 'date', a:date(@now))"/>
            <span class="screen"><xsl:value-of select="concat(' ', a:t('html.footer.print'))"/></span>
          </p>
        </footer>
        <script type="application/json" id="map-data"><xsl:value-of select="map"/></script>
      </body>
    </html>
  </xsl:template>

  <!-- A name of the repository: isolated, so that its writing direction stays its own. -->
  <xsl:template name="code">
    <xsl:param name="text"/>
    <bdi><code translate="no"><xsl:value-of select="$text"/></code></bdi>
  </xsl:template>

  <!-- What and where of an item; the context is the item. -->
  <xsl:template name="item-link">
    <a class="what" href="#item-{@id}"><xsl:value-of select="a:t(concat('rule.', @rule, '.title'))"/></a>
    <xsl:if test="@function">
      <xsl:text> </xsl:text>
      <xsl:call-template name="code"><xsl:with-param name="text" select="@function"/></xsl:call-template>
    </xsl:if>
    <span class="where"><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template><xsl:if test="count(place) &gt; 1"><xsl:value-of select="concat(' ', a:t('html.item.more-files', 'n', count(place) - 1))"/></xsl:if></span>
    <xsl:if test="@basis = 'assumption'"><span class="where"><xsl:value-of select="a:t('basis.assumption')"/></span></xsl:if>
  </xsl:template>

  <!-- A rule of a page's family with its findings; the context is the rule. -->
  <xsl:template name="family-rule">
    <h2><a href="#rule-{@id}"><xsl:value-of select="a:t(concat('rule.', @id, '.title'))"/></a></h2>
    <p><xsl:value-of select="a:t(concat('rule.', @id, '.why'))"/><xsl:text> </xsl:text><xsl:value-of select="a:t(concat('rule.', @id, '.fix'))"/></p>
    <ul class="places"><xsl:for-each select="finding"><xsl:call-template name="place"/></xsl:for-each></ul>
    <xsl:if test="@n &gt; count(finding)"><p class="how"><xsl:value-of select="a:t('html.more', 'n', a:n(@n - count(finding), 0), 'file', 'ardoise.json')"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="setting-link">
    <xsl:param name="key"/>
    <a class="origin" href="#set-{$key}"><code translate="no"><xsl:value-of select="$key"/></code></a>
  </xsl:template>

  <xsl:template name="payback">
    <xsl:choose>
      <xsl:when test="@payback = 'INF' or @payback &gt; 1200"><xsl:value-of select="a:t('html.never')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="a:n(@payback, 1)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="priority">
    <span class="tag {@priority}"><xsl:value-of select="a:t(concat('priority.', @priority))"/></span>
  </xsl:template>
</xsl:stylesheet>
