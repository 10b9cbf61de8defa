<?xml version="1.0" encoding="UTF-8"?>
<!-- The hotspot map: report.js draws it from #map-data; without a script the table below it is the page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="map">
    <section id="map" class="page">
      <h1><xsl:value-of select="a:t('html.map.title')"/></h1>
      <p><xsl:value-of select="a:t(concat('html.map.what.', @priced))"/></p>
      <div id="treemap" hidden="hidden" data-priced="{@priced}" data-currency="{key('setting', 'team.currency')/@text}"
           data-root="{a:t('html.map.root')}" data-small="{a:t('html.map.small')}" data-file="{a:t(concat('html.map.file.', @priced))}" data-folder="{a:t('html.map.folder')}"
           data-items="{a:t('html.map.items')}" data-level="{a:t(concat('html.map.level.', @priced))}" data-none="{a:t('html.map.level.none')}" data-money="{a:t('number.money')}">
        <nav id="crumbs" aria-label="{a:t('html.map.crumbs')}"></nav>
        <p id="keys"><xsl:value-of select="a:t('html.map.keys')"/></p>
        <div id="boxes" role="group" aria-label="{a:t('html.map.title')}" aria-describedby="keys"></div>
        <p id="pointed" aria-hidden="true"></p>
        <ul id="legend" aria-label="{a:t('html.map.legend')}"></ul>
      </div>
      <h2><xsl:value-of select="a:t('html.map.table')"/></h2>
      <table class="spots">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.col.file')"/></th>
            <th scope="col" class="n wide"><xsl:value-of select="a:t('html.col.code-lines')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.health')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.hours')"/></th>
            <xsl:if test="$priced"><th scope="col" class="n"><xsl:value-of select="a:t('html.col.cost')"/></th></xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="hotspots/file">
            <tr>
              <td class="title"><xsl:call-template name="file-link"/></td>
              <td class="n wide"><xsl:value-of select="a:n(@code-lines, 0)"/></td>
              <td class="n"><xsl:value-of select="a:n(@health, 2)"/></td>
              <td class="n"><xsl:value-of select="a:n(@hours, 1)"/></td>
              <xsl:if test="$priced"><td class="n"><xsl:value-of select="a:amount(@cost)"/></td></xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- A file: linked to its only item, to the backlog filtered to it, or to its row among the files. -->
  <xsl:template name="file-link">
    <xsl:choose>
      <xsl:when test="@link">
        <a href="{@link}"><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></a>
      </xsl:when>
      <xsl:when test="key('listed', @file) and not(ancestor::files)">
        <a href="#file-{@file}"><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
