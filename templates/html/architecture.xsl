<?xml version="1.0" encoding="UTF-8"?>
<!-- Architecture: modules drawn in layers and as a table, cycles with the imports that close them, other findings. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:key name="module" match="architecture/module" use="@id"/>

  <xsl:template name="architecture">
    <section id="architecture" class="page">
      <h1><xsl:value-of select="a:t('html.arch.title')"/></h1>
      <xsl:choose>
        <xsl:when test="architecture/@modules = 0"><p class="notice"><xsl:value-of select="a:t('html.arch.unmeasured')"/></p></xsl:when>
        <xsl:when test="architecture/@dependencies = 0"><p class="notice"><xsl:value-of select="a:t('html.arch.none', 'n', a:n(architecture/@modules, 0))"/></p></xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="a:t('html.arch.what', 'modules', a:n(architecture/@modules, 0), 'uses', a:n(architecture/@dependencies, 0), 'cycles', a:n(architecture/@cycles, 0))"/></p>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="architecture/graph"/>
      <xsl:if test="architecture/module"><xsl:call-template name="modules"/></xsl:if>
      <xsl:if test="architecture/@dependencies &gt; 0"><xsl:call-template name="cycles"/></xsl:if>
      <xsl:for-each select="architecture/rule"><xsl:call-template name="family-rule"/></xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="graph">
    <h2><xsl:value-of select="a:t('html.arch.graph')"/></h2>
    <p class="how"><xsl:value-of select="a:t('html.arch.graph.how', 'shown', a:n(@shown, 0), 'all', a:n(../@modules, 0))"/></p>
    <div class="scroll graph" tabindex="0" role="region" aria-label="{a:t('html.arch.graph')}">
      <svg viewBox="0 0 {@width} {@height}" width="{@width}" height="{@height}" role="group" aria-label="{a:t('html.arch.graph')}">
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker>
        </defs>
        <g aria-hidden="true">
          <xsl:for-each select="edge">
            <path class="edge" d="{@path}" stroke-width="{@stroke}" marker-end="url(#tip)" data-from="{@from}" data-to="{@to}">
              <xsl:if test="@loop = 'yes'"><xsl:attribute name="class">edge loop</xsl:attribute></xsl:if>
            </path>
          </xsl:for-each>
        </g>
        <xsl:for-each select="node">
          <a data-node="{@id}">
            <xsl:if test="key('module', @id)"><xsl:attribute name="href">#module-<xsl:value-of select="@id"/></xsl:attribute></xsl:if>
            <title><xsl:value-of select="@path"/></title>
            <rect x="{@x}" y="{@y}" width="{../@box-width}" height="{../@box-height}"/>
            <text x="{@x + ../@box-width div 2}" y="{@y + ../@box-height div 2 + 4.5}" text-anchor="middle"><xsl:value-of select="@label"/></text>
          </a>
        </xsl:for-each>
      </svg>
    </div>
  </xsl:template>

  <xsl:template name="modules">
    <h2><xsl:value-of select="a:t('html.arch.modules')"/></h2>
    <p class="how"><xsl:value-of select="a:t('html.arch.modules.how')"/></p>
    <table class="modules stack">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.arch.module')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.languages.files')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.col.code-lines')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.arch.fan-in')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.arch.fan-out')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.arch.instability')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="architecture/module">
          <tr id="module-{@id}">
            <td class="title">
              <xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template>
              <xsl:if test="use">
                <span class="how"><xsl:value-of select="a:t('html.arch.uses')"/><xsl:text> </xsl:text>
                  <xsl:for-each select="use"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template><xsl:if test="@n &gt; 1"><xsl:value-of select="concat(' ×', @n)"/></xsl:if></xsl:for-each>
                  <xsl:if test="@left &gt; 0"><xsl:value-of select="concat(', ', a:t('html.arch.others', 'n', @left))"/></xsl:if>
                </span>
              </xsl:if>
            </td>
            <td class="n" data-label="{a:t('html.languages.files')}"><xsl:value-of select="a:n(@files, 0)"/></td>
            <td class="n" data-label="{a:t('html.col.code-lines')}"><xsl:value-of select="a:n(@code-lines, 0)"/></td>
            <td class="n" data-label="{a:t('html.arch.fan-in')}"><xsl:value-of select="a:n(@fan-in, 0)"/></td>
            <td class="n" data-label="{a:t('html.arch.fan-out')}"><xsl:value-of select="a:n(@fan-out, 0)"/></td>
            <td class="n" data-label="{a:t('html.arch.instability')}"><xsl:value-of select="a:n(@instability, 2)"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:if test="architecture/@modules &gt; count(architecture/module)"><p><xsl:value-of select="a:t('html.more', 'n', a:n(architecture/@modules - count(architecture/module), 0), 'file', 'ardoise.json')"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="cycles">
    <h2 id="cycles" tabindex="-1"><xsl:value-of select="a:t('html.arch.cycles')"/></h2>
    <xsl:if test="architecture/@cycles = 0"><p><xsl:value-of select="a:t('html.arch.cycles.none')"/></p></xsl:if>
    <xsl:if test="architecture/cycle"><p class="how"><xsl:value-of select="a:t('html.arch.cycles.how')"/></p></xsl:if>
    <xsl:for-each select="architecture/cycle">
      <article class="cycle" id="cycle-{@item}">
        <h3>
          <xsl:choose>
            <xsl:when test="@listed = 'yes'"><a href="#item-{@item}"><xsl:value-of select="a:t('html.arch.cycle', 'n', a:n(@n, 0))"/></a></xsl:when>
            <xsl:otherwise><xsl:value-of select="a:t('html.arch.cycle', 'n', a:n(@n, 0))"/></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="$priced"><xsl:value-of select="concat(', ', a:t('html.arch.cost', 'cost', a:money(@cost)))"/></xsl:if>
        </h3>
        <ol class="way">
          <xsl:for-each select="import">
            <li><xsl:call-template name="code"><xsl:with-param name="text" select="concat(@from, ':', @line)"/></xsl:call-template><span class="arrow"> → <span class="unseen"><xsl:value-of select="a:t('html.arch.imports')"/></span></span><xsl:call-template name="code"><xsl:with-param name="text" select="@to"/></xsl:call-template></li>
          </xsl:for-each>
        </ol>
        <xsl:if test="@n &gt; count(import)">
          <p class="how"><xsl:value-of select="a:t('html.arch.members')"/><xsl:text> </xsl:text>
            <xsl:for-each select="member"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></xsl:for-each>
            <xsl:if test="@n &gt; count(member)"><xsl:value-of select="concat(', ', a:t('html.arch.others', 'n', a:n(@n - count(member), 0)))"/></xsl:if>
          </p>
        </xsl:if>
      </article>
    </xsl:for-each>
    <xsl:if test="architecture/@cycles &gt; count(architecture/cycle)"><p><xsl:value-of select="a:t('html.more', 'n', a:n(architecture/@cycles - count(architecture/cycle), 0), 'file', 'ardoise.json')"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
