<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="urn:ardoise" exclude-result-prefixes="a">
<xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
<xsl:template match="/ledger"><html lang="{@lang}"><head><title>ardoise</title></head><body><table>
<xsl:for-each select="items/item"><tr><td><xsl:value-of select="@rank"/></td><td><xsl:value-of select="@title"/></td><td><xsl:value-of select="a:money(@cost)"/></td></tr></xsl:for-each></table></body></html></xsl:template>
</xsl:stylesheet>
