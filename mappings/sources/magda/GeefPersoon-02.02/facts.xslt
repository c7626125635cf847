<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a person lives: what a rule may know of an answer of GeefPersoon 02.02. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about.
     Where somebody surely lives in no municipality of Belgium, "gemeente" is "geen": deceased, struck off, moved away or abroad.
     Where the answer leaves it open there is no "gemeente", and the question stays undetermined. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <!-- Codes that the register writes in the place of a municipality: 99997 is struck off, 992 and its like are moved away -->
  <xsl:variable name="nowhere" select="'^99([0-9]|[0-9]{3})$'"/>
  <xsl:variable name="somewhere" select="'^([1-8][0-9]|9[0-8])[0-9]{3}$'"/>
  <xsl:variable name="belgium" select="'150'"/>

  <xsl:template match="/">
    <xsl:variable name="person" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/Persoon"/>
    <facts subject="{$person/INSZ}">
      <xsl:call-template name="residence"><xsl:with-param name="person" select="$person"/></xsl:call-template>
      <xsl:if test="$person/Overlijden">
        <!-- a death that was ended again was an error in the register, or is one now -->
        <fact name="overleden"><xsl:value-of select="if ($person/Overlijden/@DatumEinde) then 'unknown' else 'yes'"/></fact>
      </xsl:if>
    </facts>
  </xsl:template>

  <xsl:template name="residence">
    <xsl:param name="person" as="element()*"/>
    <!-- what ended before the day counts no more, and what begins after it does not yet. An incomplete date (00) may be any of its
         year or month: what may have ended leaves the answer open -->
    <xsl:variable name="standing" select="$person/(Adressen/Hoofdverblijfplaats | Adressen/VerblijfplaatsBuitenland | Beheerder[Plaats/Gemeente/NISCode[matches(normalize-space(.), $nowhere)]])
        [not(@DatumEinde) or replace(@DatumEinde, '-00', '-99') ge $op][self::Hoofdverblijfplaats or not(@DatumBegin) or replace(@DatumBegin, '-00', '-01') le $op]"/>
    <xsl:variable name="perhaps" select="$standing[@DatumEinde][replace(@DatumEinde, '-00', '-01') lt $op]"/>
    <xsl:variable name="main" select="$standing[self::Hoofdverblijfplaats]"/>
    <xsl:variable name="abroad" select="$standing[self::VerblijfplaatsBuitenland]"/>
    <xsl:variable name="gone" select="$standing[self::Beheerder]"/>
    <xsl:variable name="municipality" select="distinct-values($main/NISCodeGemeente/normalize-space(.))"/>
    <xsl:variable name="country" select="distinct-values($main/NISCodeLand/normalize-space(.))"/>
    <xsl:variable name="foreign" select="count($country) eq 1 and $country ne $belgium"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:choose>
        <xsl:when test="$person/Overlijden[@DatumEinde]"/>
        <xsl:when test="$person/Overlijden or ($gone and empty($perhaps))">geen</xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$municipality[matches(., $somewhere)]"/>
          <xsl:if test="$foreign or $abroad or $municipality[matches(., $nowhere)]">geen</xsl:if>
          <!-- a code that is neither: nobody knows what it says -->
          <xsl:sequence select="$municipality[not(matches(., $somewhere) or matches(., $nowhere))]"/>
          <xsl:sequence select="$perhaps/@DatumEinde/string()"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="count($said) eq 1 and ($said eq 'geen' or matches($said, $somewhere))">
      <fact name="gemeente"><xsl:value-of select="$said"/></fact>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
