<?xml version="1.0" encoding="UTF-8"?>
<!-- The files in which the next fixes are expected. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="files">
    <section id="files" class="page">
      <h1><xsl:value-of select="a:t('html.files.title')"/></h1>
      <p><xsl:value-of select="a:t('html.files.what', 'listed', a:n(count(files/file), 0), 'all', a:n(files/@all, 0))"/></p>
      <table class="files stack">
        <thead>
          <tr>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.rank')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.col.file')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.col.language')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.code-lines')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.health')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.hours')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.revisions')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.fixes')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.col.authors')"/></th>
            <xsl:if test="$priced"><th scope="col" class="n"><xsl:value-of select="a:t('html.col.cost')"/></th></xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="files/file">
            <tr id="file-{@file}">
              <td class="n rank"><xsl:value-of select="@rank"/></td>
              <td class="title">
                <xsl:call-template name="file-link"/>
                <xsl:if test="@test = 'yes'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="a:t('html.files.test')"/></span></xsl:if>
                <xsl:if test="@judged = 'no'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="a:t('html.files.not-judged')"/></span></xsl:if>
                <xsl:if test="@errors &gt;= 0.005"><span class="how"><xsl:value-of select="a:t('html.files.errors', 'share', a:percent(@errors))"/></span></xsl:if>
              </td>
              <td data-label="{a:t('html.col.language')}"><xsl:value-of select="@language"/></td>
              <td class="n" data-label="{a:t('html.col.code-lines')}"><xsl:value-of select="a:n(@code-lines, 0)"/></td>
              <td class="n" data-label="{a:t('html.col.health')}"><xsl:choose><xsl:when test="@judged = 'yes' and (@measured = 'yes' or @health &lt; 1)"><xsl:value-of select="a:n(@health, 2)"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
              <td class="n" data-label="{a:t('html.col.hours')}"><xsl:value-of select="a:n(@hours, 1)"/></td>
              <td class="n" data-label="{a:t('html.col.revisions')}"><xsl:value-of select="a:n(@revisions, 0)"/></td>
              <td class="n" data-label="{a:t('html.col.fixes')}"><xsl:value-of select="a:n(@fixes, 0)"/></td>
              <td class="n" data-label="{a:t('html.col.authors')}"><xsl:value-of select="a:n(@authors, 0)"/></td>
              <xsl:if test="$priced"><td class="n" data-label="{a:t('html.col.cost')}"><xsl:value-of select="a:amount(@cost)"/></td></xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>
</xsl:stylesheet>
