<?xml version="1.0" encoding="UTF-8"?>
<!-- People: how many may leave, who knows which folder, what each would take along, who needs to talk. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
  <xsl:template name="people">
    <section id="people" class="page">
      <h1><xsl:value-of select="a:t('html.people.title')"/></h1>
      <p><xsl:value-of select="a:t('html.people.what', 'active', a:n(people/@active, 0), 'all', a:n(people/@all, 0), 'days', a:n(people/@inactive, 0))"/></p>
      <xsl:choose>
        <xsl:when test="not(people/whole)"><p class="notice"><xsl:value-of select="a:t('html.people.none')"/></p></xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="people/whole"/>
          <xsl:call-template name="leaving"/>
          <xsl:call-template name="holders"/>
          <xsl:call-template name="needs"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="people/rule"><xsl:call-template name="family-rule"/></xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="people/whole">
    <h2><xsl:value-of select="a:t('html.people.truck')"/></h2>
    <xsl:if test="../@active &lt; ../@least"><p class="notice"><xsl:value-of select="a:t('html.people.few', 'n', a:n(../@least, 0))"/></p></xsl:if>
    <dl class="figures">
      <div><dt><xsl:value-of select="a:t('html.people.all-factor')"/></dt><dd><xsl:value-of select="a:n(@all-factor, 0)"/><small><xsl:call-template name="all-holders"/></small></dd></div>
      <div><dt><xsl:value-of select="a:t('html.people.active-factor')"/></dt><dd><xsl:value-of select="a:n(@active-factor, 0)"/><small><xsl:call-template name="names"><xsl:with-param name="nodes" select="holder"/><xsl:with-param name="n" select="@active-factor"/></xsl:call-template></small></dd></div>
      <div><dt><xsl:value-of select="a:t('html.people.factor')"/></dt><dd><xsl:value-of select="a:n(@factor, 0)"/><small><xsl:call-template name="names"><xsl:with-param name="nodes" select="leaver"/><xsl:with-param name="n" select="@factor"/></xsl:call-template></small></dd></div>
      <div><dt><xsl:value-of select="a:t('html.people.owned')"/></dt><dd><xsl:value-of select="a:percent(@owned-share)"/><small><xsl:value-of select="a:t('html.people.owned.of', 'n', a:n(@owned, 0), 'all', a:n(@files, 0))"/></small></dd></div>
    </dl>
    <p class="how"><xsl:value-of select="a:t('html.people.truck.how', 'share', a:percent(../@truck-coverage))"/></p>
  </xsl:template>

  <!-- The people of the truck factor over all files; where it is 0, that it is lost already. -->
  <xsl:template name="all-holders">
    <xsl:choose>
      <xsl:when test="@all-factor &gt; 0"><xsl:call-template name="names"><xsl:with-param name="nodes" select="holder[position() &lt;= ../@all-factor]"/><xsl:with-param name="n" select="@all-factor"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="a:t('html.people.factor.lost', 'share', a:percent(../@truck-coverage))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="names">
    <xsl:param name="nodes"/>
    <xsl:param name="n"/>
    <xsl:for-each select="$nodes"><xsl:if test="position() &gt; 1">, </xsl:if><bdi translate="no"><xsl:value-of select="@name"/></bdi></xsl:for-each>
    <xsl:if test="$n &gt; count($nodes)"><xsl:value-of select="concat(', ', a:t('html.arch.others', 'n', a:n($n - count($nodes), 0)))"/></xsl:if>
  </xsl:template>

  <xsl:template name="leaving">
    <h2><xsl:value-of select="a:t('html.people.leaving')"/></h2>
    <p class="how"><xsl:value-of select="a:t('html.people.leaving.how', 'share', a:percent(people/@owner-share))"/></p>
    <xsl:if test="people/person"><table class="people stack">
      <caption class="unseen"><xsl:value-of select="a:t('html.people.leaving')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="a:t('html.people.person')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.owns')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.alone')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.hours')"/></th>
          <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.days')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="people/person">
          <tr id="person-{@id}">
            <td class="title">
              <bdi translate="no"><xsl:value-of select="@name"/></bdi>
              <span class="where"><xsl:value-of select="a:t('html.people.since', 'first', a:date(@first), 'last', a:date(@last), 'n', a:n(@recent, 0), 'days', a:n(/ledger/@window, 0))"/></span>
              <xsl:if test="file">
                <details>
                  <summary><xsl:value-of select="a:t('html.people.lost', 'n', a:n(@lost, 0))"/></summary>
                  <ul class="places">
                    <xsl:for-each select="file">
                      <li>
                        <xsl:call-template name="file-link"/>
                        <span class="where">
                          <xsl:value-of select="a:t('html.people.lost.file', 'lines', a:n(@code-lines, 0), 'hours', a:n(@hours, 1))"/>
                          <xsl:choose>
                            <xsl:when test="@heir"><xsl:value-of select="concat(' ', a:t('html.people.heir'), ' ')"/><bdi translate="no"><xsl:value-of select="@heir"/></bdi><xsl:text> </xsl:text><xsl:choose>
                              <xsl:when test="@heir-recent &gt; 0"><xsl:value-of select="a:t('html.people.heir.recent', 'n', a:n(@heir-recent, 0), 'days', a:n(/ledger/@window, 0))"/></xsl:when>
                              <xsl:otherwise><xsl:value-of select="a:t('html.people.heir.past', 'date', a:date(@heir-last))"/></xsl:otherwise>
                            </xsl:choose></xsl:when>
                            <xsl:otherwise><xsl:value-of select="concat(' ', a:t('html.people.no-heir'))"/></xsl:otherwise>
                          </xsl:choose>
                        </span>
                      </li>
                    </xsl:for-each>
                  </ul>
                  <xsl:if test="@lost &gt; count(file)"><p class="how"><xsl:value-of select="a:t('html.people.more', 'n', a:n(@lost - count(file), 0))"/></p></xsl:if>
                </details>
              </xsl:if>
            </td>
            <td class="n" data-label="{a:t('html.people.col.owns')}"><xsl:value-of select="a:n(@files, 0)"/></td>
            <td class="n" data-label="{a:t('html.people.col.alone')}"><xsl:value-of select="a:n(@lost, 0)"/></td>
            <td class="n" data-label="{a:t('html.people.col.hours')}"><xsl:value-of select="a:n(@hours, 1)"/></td>
            <td class="n" data-label="{a:t('html.people.col.days')}"><xsl:value-of select="a:n(@days, 1)"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table></xsl:if>
    <xsl:if test="people/@knowing &gt; count(people/person)"><p><xsl:value-of select="a:t('html.more', 'n', a:n(people/@knowing - count(people/person), 0), 'file', 'ardoise.json')"/></p></xsl:if>
    <xsl:if test="people/@active &gt; people/@knowing"><p><xsl:value-of select="a:t('html.people.unknowing', 'n', a:n(people/@active - people/@knowing, 0))"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="holders">
    <xsl:if test="people/module">
      <h2><xsl:value-of select="a:t('html.people.map')"/></h2>
      <p class="how"><xsl:value-of select="a:t('html.people.map.how', 'share', a:percent(people/@truck-coverage))"/></p>
      <table class="holders stack">
        <caption class="unseen"><xsl:value-of select="a:t('html.people.map')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.arch.module')"/></th>
            <th scope="col"><xsl:value-of select="a:t('html.people.col.holders')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.languages.files')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.owned')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.people')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.factor')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="people/module">
            <tr>
              <td class="title"><xsl:call-template name="code"><xsl:with-param name="text" select="@path"/></xsl:call-template></td>
              <td data-label="{a:t('html.people.col.holders')}">
                <xsl:choose>
                  <xsl:when test="holder"><xsl:call-template name="names"><xsl:with-param name="nodes" select="holder"/><xsl:with-param name="n" select="@active-factor"/></xsl:call-template></xsl:when>
                  <xsl:otherwise><xsl:value-of select="a:t('html.people.nobody')"/></xsl:otherwise>
                </xsl:choose>
              </td>
              <td class="n" data-label="{a:t('html.languages.files')}"><xsl:value-of select="a:n(@files, 0)"/></td>
              <td class="n" data-label="{a:t('html.people.col.owned')}"><xsl:value-of select="a:percent(@owned-share)"/></td>
              <td class="n" data-label="{a:t('html.people.col.people')}"><xsl:value-of select="a:n(@people, 0)"/></td>
              <td class="n" data-label="{a:t('html.people.col.factor')}"><xsl:value-of select="a:n(@all-factor, 0)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:if test="people/@modules &gt; count(people/module)"><p><xsl:value-of select="a:t('html.more', 'n', a:n(people/@modules - count(people/module), 0), 'file', 'ardoise.json')"/></p></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="pair">
    <xsl:call-template name="code"><xsl:with-param name="text" select="@file"/></xsl:call-template>
    <xsl:value-of select="concat(' ', a:t('html.change.with'), ' ')"/>
    <xsl:call-template name="code"><xsl:with-param name="text" select="@with"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="needs">
    <xsl:if test="people/need">
      <h2><xsl:value-of select="a:t('html.people.needs')"/></h2>
      <p class="how"><xsl:value-of select="a:t('html.people.needs.how', 'days', a:n(/ledger/@window, 0))"/></p>
      <table class="needs stack">
        <caption class="unseen"><xsl:value-of select="a:t('html.people.needs')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="a:t('html.people.pair')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.need')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.couplings')"/></th>
            <th scope="col" class="n"><xsl:value-of select="a:t('html.people.col.shared')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="people/need">
            <tr>
              <td class="title">
                <bdi translate="no"><xsl:value-of select="@one"/></bdi><xsl:value-of select="concat(' ', a:t('html.people.and'), ' ')"/><bdi translate="no"><xsl:value-of select="@other"/></bdi>
                <span class="where">
                  <xsl:value-of select="a:t('html.people.over')"/><xsl:text> </xsl:text>
                  <xsl:choose>
                    <xsl:when test="key('coupling', @coupling)"><a href="#pair-{@coupling}"><xsl:call-template name="pair"/></a></xsl:when>
                    <xsl:otherwise><xsl:call-template name="pair"/></xsl:otherwise>
                  </xsl:choose>
                </span>
              </td>
              <td class="n" data-label="{a:t('html.people.col.need')}"><xsl:value-of select="a:n(@need, 2)"/></td>
              <td class="n" data-label="{a:t('html.people.col.couplings')}"><xsl:value-of select="a:n(@couplings, 0)"/></td>
              <td class="n" data-label="{a:t('html.people.col.shared')}"><xsl:value-of select="a:n(@shared, 0)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:if test="people/@needs &gt; count(people/need)"><p><xsl:value-of select="a:t('html.more', 'n', a:n(people/@needs - count(people/need), 0), 'file', 'ardoise.json')"/></p></xsl:if>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
