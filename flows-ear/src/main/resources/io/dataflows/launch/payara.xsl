<?xml version="1.0" encoding="UTF-8"?>
<!-- domain.xml as shipped, bound to 127.0.0.1, with its databases in files, and without the listeners nobody needs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="domain"/>
  <xsl:param name="http-port"/>
  <xsl:param name="admin-port"/>
  <xsl:param name="heap"/>
  <xsl:param name="database-url"/>
  <xsl:param name="data"/>

  <xsl:variable name="config" select="/domain/configs/config[@name='server-config']"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="/domain/nodes/node/@name">
    <xsl:attribute name="name">localhost-<xsl:value-of select="$domain"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="/domain/property[@name='administrative.domain.name']/@value">
    <xsl:attribute name="value"><xsl:value-of select="$domain"/></xsl:attribute>
  </xsl:template>

  <!-- AUTO_SERVER=TRUE, as shipped, listens on every interface. User and password are WildFly's. -->
  <xsl:template match="jdbc-connection-pool[@name='H2Pool']/property[@name='URL']">
    <property name="URL" value="{$database-url}"/>
    <property name="User" value="sa"/>
    <property name="Password" value="sa"/>
  </xsl:template>
  <xsl:template match="jdbc-connection-pool[@name='__TimerPool']/property[@name='URL']/@value">
    <xsl:attribute name="value">jdbc:h2:file:<xsl:value-of select="$data"/>/timers</xsl:attribute>
  </xsl:template>

  <xsl:template match="config[@name='server-config']//network-listener[@name='http-listener-1']">
    <network-listener address="127.0.0.1" port="{$http-port}">
      <xsl:apply-templates select="@*[name()!='port']"/>
    </network-listener>
  </xsl:template>
  <xsl:template match="config[@name='server-config']//network-listener[@name='admin-listener']">
    <network-listener address="127.0.0.1" port="{$admin-port}">
      <xsl:apply-templates select="@*[name()!='port']"/>
    </network-listener>
  </xsl:template>
  <xsl:template match="config[@name='server-config']//network-listener[@name='http-listener-2']">
    <network-listener enabled="false" address="127.0.0.1">
      <xsl:apply-templates select="@*"/>
    </network-listener>
  </xsl:template>
  <!-- Clients send DELETE with a body, and needn't know the server's version. -->
  <xsl:template match="config[@name='server-config']//protocol[@name='http-listener-1']/http">
    <http allow-payload-for-undefined-http-methods="true">
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="xpowered-by">false</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </http>
  </xsl:template>

  <xsl:template match="config[@name='server-config']//iiop-listener">
    <iiop-listener enabled="false">
      <xsl:apply-templates select="@*[name()!='address' and name()!='lazy-init']"/>
      <xsl:attribute name="address">127.0.0.1</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </iiop-listener>
  </xsl:template>
  <xsl:template match="config[@name='server-config']/admin-service/jmx-connector">
    <jmx-connector enabled="false">
      <xsl:apply-templates select="@*|node()"/>
    </jmx-connector>
  </xsl:template>
  <xsl:template match="config[@name='server-config']/hazelcast-config-specific-configuration">
    <hazelcast-config-specific-configuration enabled="false"/>
    <!-- No broker of its own: the embedded one listens on every interface. -->
    <jms-service type="REMOTE" default-jms-host="default_JMS_host">
      <jms-host name="default_JMS_host" host="127.0.0.1" port="7676" lazy-init="false"/>
    </jms-service>
  </xsl:template>

  <xsl:template match="config[@name='server-config']/java-config/jvm-options[starts-with(., '-Xmx')]/text()">
    <xsl:text>-Xmx</xsl:text><xsl:value-of select="$heap"/>
  </xsl:template>
</xsl:stylesheet>
