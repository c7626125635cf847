<?xml version="1.0" encoding="UTF-8"?>
<!-- Whether a person was paid a living wage in a year: what a rule may know of an answer of GeefLeefloonbedragen 02.00. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="all" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/Leefloonbedragen/Leefloonbedrag"/>
    <xsl:variable name="people" select="distinct-values($all//Begunstigde/INSZ)"/>
    <!-- who it is about stands only with the payments; without any, the answer is about who was asked -->
    <facts subject="{if (empty($people) or $people = $insz) then $insz else $people[1]}">
      <xsl:for-each-group select="$all" group-by="Jaar">
        <fact name="leefloon.{current-grouping-key()}">
          <xsl:choose>
            <xsl:when test="exists(current-group()/Tegemoetkoming//Bedrag[. castable as xs:decimal][xs:decimal(.) gt 0])">yes</xsl:when>
            <xsl:when test="current-group()/Uitbetaling = '0' and not(current-group()/Tegemoetkoming)">no</xsl:when>
            <xsl:otherwise>unknown</xsl:otherwise>
          </xsl:choose>
        </fact>
      </xsl:for-each-group>
    </facts>
  </xsl:template>
</xsl:stylesheet>
