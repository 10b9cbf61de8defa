<?xml version="1.0" encoding="UTF-8"?>
<!-- Delivery: how changes reach users, against thresholds, and by quarter. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="delivery">
    <section id="delivery" class="page">
      <h1><xsl:value-of select="a:t('html.delivery.title')"/></h1>
      <p><xsl:value-of select="a:t('html.delivery.what', 'days', a:n(@window, 0))"/></p>
      <table class="delivery stack">
        <caption class="unseen"><xsl:value-of select="a:t('html.delivery.title')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.delivery.figure')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.item.value')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.delivery.verdict')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.basis')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="delivery/figure">
            <tr>
              <th scope="row" class="title"><xsl:value-of select="a:t(concat('delivery.', @id))"/><span class="how"><xsl:value-of select="a:t(concat('delivery.', @id, '.how'))"/></span></th>
              <td class="n" data-label="{a:t('html.item.value')}">
                <xsl:choose>
                  <xsl:when test="@status = 'not-found'">–</xsl:when>
                  <xsl:when test="@unit = 'share'"><xsl:value-of select="a:percent(@value)"/></xsl:when>
                  <xsl:when test="@unit = 'd' and @value &lt; 1"><xsl:value-of select="concat(a:n(24 * @value, 1), ' ', a:unit('h'))"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="concat(a:n(@value, 2 - (@value &gt;= 10)), ' ', a:unit(@unit))"/></xsl:otherwise>
                </xsl:choose>
                <xsl:if test="@high"><span class="how"><xsl:value-of select="a:t('html.delivery.high', 'value', concat(a:n(@high, 1), ' ', a:unit(@unit)))"/></span></xsl:if>
              </td>
              <td data-label="{a:t('html.delivery.verdict')}">
                <xsl:choose>
                  <xsl:when test="@status = 'not-found'"><xsl:value-of select="a:t('html.delivery.not-found')"/><span class="how"><xsl:value-of select="a:t(concat('delivery.reason.', @reason))"/></span></xsl:when>
                  <xsl:otherwise>
                    <span class="tag {@status}"><xsl:value-of select="a:t(concat('html.delivery.', @status))"/></span>
                    <xsl:variable name="key"><xsl:choose>
                      <xsl:when test="@id = 'deployment-frequency'">delivery.deploy_attention</xsl:when>
                      <xsl:when test="@id = 'cycle-time'">delivery.cycle_attention_d</xsl:when>
                      <xsl:when test="@id = 'retention'">delivery.retention</xsl:when>
                    </xsl:choose></xsl:variable>
                    <xsl:if test="@attention"><span class="how"><a href="#set-{$key}"><xsl:choose>
                      <xsl:when test="@critical"><xsl:value-of select="a:t('html.rule.thresholds.text', 'attention', a:n(@attention, -1), 'critical', a:n(@critical, -1))"/></xsl:when>
                      <xsl:otherwise><xsl:value-of select="a:t('html.delivery.attention-at', 'attention', a:n(@attention, -1))"/></xsl:otherwise>
                    </xsl:choose></a></span></xsl:if>
                  </xsl:otherwise>
                </xsl:choose>
              </td>
              <td class="n" data-label="{a:t('html.delivery.basis')}"><xsl:value-of select="a:n(@n, 0)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:if test="delivery/quarter">
        <h2><xsl:value-of select="a:t('html.delivery.quarters')"/></h2>
        <p class="how"><xsl:value-of select="a:t('html.delivery.quarters.how')"/></p>
        <table class="quarters stack">
          <caption class="unseen"><xsl:value-of select="a:t('html.delivery.quarters')"/></caption>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="a:t('html.change.quarter')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.col.releases')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.col.lead')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.col.cycle')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.col.commits')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.col.fixes')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.col.people')"/></th>
              <th scope="col" class="n"><xsl:value-of select="a:t('html.delivery.col.newcomers')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="delivery/quarter">
              <tr>
                <th scope="row"><xsl:value-of select="@name"/><xsl:if test="position() = 1"><span class="how"><xsl:value-of select="a:t('html.delivery.until', 'date', a:date(../@until))"/></span></xsl:if></th>
                <td class="n" data-label="{a:t('html.delivery.col.releases')}"><xsl:value-of select="a:n(@releases, 0)"/></td>
                <td class="n" data-label="{a:t('html.delivery.col.lead')}"><xsl:value-of select="a:n(@lead, 1)"/></td>
                <td class="n" data-label="{a:t('html.delivery.col.cycle')}"><xsl:value-of select="a:n(@cycle, 1)"/></td>
                <td class="n" data-label="{a:t('html.delivery.col.commits')}"><xsl:value-of select="a:n(@commits, 0)"/></td>
                <td class="n" data-label="{a:t('html.col.fixes')}"><xsl:value-of select="a:n(@fixes, 0)"/></td>
                <td class="n" data-label="{a:t('html.delivery.col.people')}"><xsl:value-of select="a:n(@people, 0)"/></td>
                <td class="n" data-label="{a:t('html.delivery.col.newcomers')}"><xsl:value-of select="a:n(@newcomers, 0)"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:if>
    </section>
  </xsl:template>
</xsl:stylesheet>
