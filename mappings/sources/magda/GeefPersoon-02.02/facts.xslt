<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a person lives: what a rule may know of an answer of GeefPersoon 02.02. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="person" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/Persoon"/>
    <xsl:variable name="municipality" select="$person/Adressen/Hoofdverblijfplaats/NISCodeGemeente"/>
    <facts subject="{$person/INSZ}">
      <xsl:if test="count($municipality) eq 1 and matches($municipality[1], '^[0-9]{5}$')">
        <fact name="gemeente"><xsl:value-of select="$municipality"/></fact>
      </xsl:if>
      <xsl:if test="$person/Overlijden">
        <fact name="overleden">yes</fact>
      </xsl:if>
    </facts>
  </xsl:template>
</xsl:stylesheet>
