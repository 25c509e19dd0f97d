<?xml version="1.0" encoding="UTF-8"?>
<!-- standalone.xml as shipped, with the default datasource in a file, no HTTPS listener and no limit on bodies. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="database-url"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*[local-name()='datasource' and @pool-name='ExampleDS']/*[local-name()='connection-url']/text()">
    <xsl:value-of select="$database-url"/>
  </xsl:template>

  <!-- The application has a limit of its own, and says so in its own words. -->
  <xsl:template match="*[local-name()='http-listener']">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="max-post-size">0</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- Its certificate would be generated at the first request, and its port could be taken. -->
  <xsl:template match="*[local-name()='https-listener']"/>
</xsl:stylesheet>
