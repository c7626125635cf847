<?xml version="1.0" encoding="UTF-8"?>
<!-- Whether a person has social statuses on a day: what a rule may know of a KSZ answer. For integration teams.
     Before this: the answer was held against soap.xsd and correlated, its status says that data was found, and it is about the
     person asked about. After it: facts the agreement does not ask for are dropped; the others live in memory until the rule
     has them. The list of the same buffer gives the same facts (be.zeef.source.ksz). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="asked" select="/*/criteria/socialStatus/string()"/>
    <!-- the last step of what was filtered: the name of a status, or something that every status needs -->
    <xsl:variable name="filtered" select="/*/dataFilters/filteredElement/tokenize(normalize-space(.), '[/.]')[last()]"/>
    <xsl:variable name="everything" select="some $each in $filtered satisfies not($each = $asked)"/>
    <facts subject="{/*/ssin}">
      <xsl:for-each-group select="/*/socialRights/socialRight" group-by="name">
        <xsl:variable name="said" select="distinct-values(current-group()/(string(applicable) = ('true', '1')))"/>
        <xsl:variable name="periods" select="current-group()/period"/>
        <xsl:variable name="covered" select="exists($periods[beginDate le $op and (not(endDate) or endDate ge $op)])"/>
        <fact name="statuut.{current-grouping-key()}">
          <xsl:choose>
            <xsl:when test="$everything or current-grouping-key() = $filtered">unknown</xsl:when>
            <!-- said twice, and not the same: nobody knows -->
            <xsl:when test="count($said) ne 1">unknown</xsl:when>
            <!-- periods that contradict the result on the day asked leave it open -->
            <xsl:when test="exists($periods) and $covered ne $said">unknown</xsl:when>
            <xsl:when test="$said">yes</xsl:when>
            <xsl:otherwise>no</xsl:otherwise>
          </xsl:choose>
        </fact>
      </xsl:for-each-group>
    </facts>
  </xsl:template>
</xsl:stylesheet>
