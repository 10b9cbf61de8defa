<?xml version="1.0" encoding="UTF-8"?>
<!-- The backlog: one row an item; report.js adds sorting and filters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="head">
    <xsl:param name="key"/>
    <xsl:param name="class"/>
    <th role="columnheader" scope="col" data-sort="{$key}">
      <xsl:if test="$class"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
      <xsl:value-of select="a:t(concat('html.col.', $key))"/>
    </th>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:param name="text"/>
    <td role="cell" class="n" data-label="{a:t(concat('html.col.', $key))}" data-v="{$value}"><xsl:value-of select="$text"/></td>
  </xsl:template>

  <xsl:template name="option">
    <xsl:param name="value"/>
    <xsl:param name="key"/>
    <option value="{$value}"><xsl:value-of select="a:t($key)"/></option>
  </xsl:template>

  <xsl:template name="filters">
    <form id="filters" hidden="hidden" role="search" aria-label="{a:t('html.filter')}">
      <p><label for="f-q"><xsl:value-of select="a:t('html.filter.text')"/></label><input id="f-q" name="q" type="search" autocomplete="off" spellcheck="false"/></p>
      <p><label for="f-path"><xsl:value-of select="a:t('html.filter.path')"/></label><input id="f-path" name="path" type="search" autocomplete="off" spellcheck="false"/></p>
      <p>
        <label for="f-rule"><xsl:value-of select="a:t('html.filter.rule')"/></label>
        <select id="f-rule" name="rule">
          <option value=""><xsl:value-of select="a:t('html.filter.all')"/></option>
          <xsl:for-each select="rules/rule[@id = /ledger/items/item/@rule]">
            <option value="{@id}"><xsl:value-of select="a:t(concat('rule.', @id, '.title'))"/></option>
          </xsl:for-each>
        </select>
      </p>
      <p>
        <label for="f-priority"><xsl:value-of select="a:t('html.col.priority')"/></label>
        <select id="f-priority" name="priority">
          <option value=""><xsl:value-of select="a:t('html.filter.all')"/></option>
          <xsl:call-template name="option"><xsl:with-param name="value" select="'high'"/><xsl:with-param name="key" select="'priority.high'"/></xsl:call-template>
          <xsl:call-template name="option"><xsl:with-param name="value" select="'medium'"/><xsl:with-param name="key" select="'priority.medium'"/></xsl:call-template>
          <xsl:call-template name="option"><xsl:with-param name="value" select="'low'"/><xsl:with-param name="key" select="'priority.low'"/></xsl:call-template>
        </select>
      </p>
      <xsl:if test="$priced">
        <p>
          <label for="f-advice"><xsl:value-of select="a:t('html.col.advice')"/></label>
          <select id="f-advice" name="advice">
            <option value=""><xsl:value-of select="a:t('html.filter.all')"/></option>
            <xsl:call-template name="option"><xsl:with-param name="value" select="'fix-now'"/><xsl:with-param name="key" select="'advice.fix-now'"/></xsl:call-template>
            <xsl:call-template name="option"><xsl:with-param name="value" select="'plan'"/><xsl:with-param name="key" select="'advice.plan'"/></xsl:call-template>
            <xsl:call-template name="option"><xsl:with-param name="value" select="'backlog'"/><xsl:with-param name="key" select="'advice.backlog'"/></xsl:call-template>
            <xsl:call-template name="option"><xsl:with-param name="value" select="'leave'"/><xsl:with-param name="key" select="'advice.leave'"/></xsl:call-template>
          </select>
        </p>
        <p>
          <label for="f-plan"><xsl:value-of select="a:t('html.filter.plan')"/></label>
          <select id="f-plan" name="plan">
            <option value=""><xsl:value-of select="a:t('html.filter.all')"/></option>
            <xsl:call-template name="option"><xsl:with-param name="value" select="'yes'"/><xsl:with-param name="key" select="'html.filter.plan.yes'"/></xsl:call-template>
            <xsl:call-template name="option"><xsl:with-param name="value" select="'no'"/><xsl:with-param name="key" select="'html.filter.plan.no'"/></xsl:call-template>
          </select>
        </p>
      </xsl:if>
      <p class="act"><button type="reset"><xsl:value-of select="a:t('html.filter.reset')"/></button></p>
    </form>
    <p id="shown" role="status" hidden="hidden" data-text="{a:t('html.filter.shown')}"></p>
  </xsl:template>

  <xsl:template name="backlog">
    <section id="backlog" class="page">
      <h1><xsl:value-of select="a:t('html.backlog.title')"/></h1>
      <p>
        <xsl:value-of select="a:t(concat('html.first.order.', @priced))"/>
        <xsl:if test="items/@all &gt; count(items/item)">
          <xsl:value-of select="concat(' ', a:t('html.backlog.more', 'listed', a:n(count(items/item), 0), 'more', a:n(items/@all - count(items/item), 0)))"/>
        </xsl:if>
      </p>
      <xsl:call-template name="filters"/>
      <table class="backlog" role="table" aria-label="{a:t('html.backlog.title')}">
        <thead role="rowgroup">
          <tr role="row">
            <xsl:call-template name="head"><xsl:with-param name="key" select="'rank'"/><xsl:with-param name="class" select="'n'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="key" select="'item'"/></xsl:call-template>
            <xsl:if test="$priced">
              <xsl:call-template name="head"><xsl:with-param name="key" select="'cost'"/><xsl:with-param name="class" select="'n'"/></xsl:call-template>
              <xsl:call-template name="head"><xsl:with-param name="key" select="'savings'"/><xsl:with-param name="class" select="'n'"/></xsl:call-template>
            </xsl:if>
            <xsl:call-template name="head"><xsl:with-param name="key" select="'effort'"/><xsl:with-param name="class" select="'n'"/></xsl:call-template>
            <xsl:if test="$priced">
              <xsl:call-template name="head"><xsl:with-param name="key" select="'roi'"/><xsl:with-param name="class" select="'n'"/></xsl:call-template>
              <xsl:call-template name="head"><xsl:with-param name="key" select="'payback'"/><xsl:with-param name="class" select="'n'"/></xsl:call-template>
            </xsl:if>
            <xsl:call-template name="head"><xsl:with-param name="key" select="'priority'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="key" select="'advice'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="key" select="'type'"/></xsl:call-template>
          </tr>
        </thead>
        <tbody role="rowgroup"><xsl:apply-templates select="items/item" mode="row"/></tbody>
      </table>
      <p id="none" hidden="hidden"><xsl:value-of select="a:t('html.filter.none')"/></p>
    </section>
  </xsl:template>

  <xsl:template match="item" mode="row">
    <tr role="row" data-row="{@id}" data-rule="{@rule}" data-priority="{@priority}" data-advice="{@advice}" data-plan="{@in-plan}" >
      <xsl:attribute name="data-path"><xsl:choose><xsl:when test="place"><xsl:for-each select="place[position() &lt;= 100]"><xsl:value-of select="concat(@path, ' ')"/></xsl:for-each></xsl:when><xsl:otherwise><xsl:value-of select="@path"/></xsl:otherwise></xsl:choose></xsl:attribute>
      <td role="cell" class="n rank" data-v="{@rank}"><xsl:value-of select="@rank"/></td>
      <td role="cell" class="title" data-v="{@title}">
        <xsl:call-template name="item-link"/>
        <xsl:if test="@suppressed = 'yes'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="a:t('html.suppressed')"/></span></xsl:if>
      </td>
      <xsl:if test="$priced">
        <xsl:call-template name="cell"><xsl:with-param name="key" select="'cost'"/><xsl:with-param name="value" select="@cost"/><xsl:with-param name="text" select="a:amount(@cost)"/></xsl:call-template>
        <xsl:call-template name="cell"><xsl:with-param name="key" select="'savings'"/><xsl:with-param name="value" select="@savings"/><xsl:with-param name="text" select="a:amount(@savings)"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="cell"><xsl:with-param name="key" select="'effort'"/><xsl:with-param name="value" select="@effort"/><xsl:with-param name="text" select="a:n(@effort, 1)"/></xsl:call-template>
      <xsl:if test="$priced">
        <xsl:call-template name="cell"><xsl:with-param name="key" select="'roi'"/><xsl:with-param name="value" select="@roi"/><xsl:with-param name="text" select="a:percent(@roi)"/></xsl:call-template>
        <td role="cell" class="n" data-label="{a:t('html.col.payback')}">
          <xsl:attribute name="data-v"><xsl:choose><xsl:when test="@payback = 'INF' or @payback &gt; 1200">1e9</xsl:when><xsl:otherwise><xsl:value-of select="@payback"/></xsl:otherwise></xsl:choose></xsl:attribute>
          <xsl:call-template name="payback"/>
        </td>
      </xsl:if>
      <td role="cell" data-label="{a:t('html.col.priority')}" data-v="{string-length(substring-before('high  medium low', @priority))}"><xsl:call-template name="priority"/></td>
      <td role="cell" class="advice" data-label="{a:t('html.col.advice')}" data-v="{string-length(substring-before('fix-now plan backlog leave not-priced', @advice))}"><xsl:value-of select="a:t(concat('advice.', @advice))"/></td>
      <td role="cell" data-label="{a:t('html.col.type')}" data-v="{@type}"><xsl:value-of select="a:t(concat('type.', @type))"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
