<?xml version="1.0" encoding="UTF-8"?>
<!-- Which child benefits are paid in a month: what a rule may know of an answer of GeefKindVoordelen 02.00. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="told" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/KindVoordelen/KindVoordeel"/>
    <!-- each benefit is of one person; those of others may stand beside it, and are not read -->
    <xsl:variable name="all" select="$told[INSZ = $insz]"/>
    <xsl:variable name="month" select="substring($op, 1, 7)"/>
    <!-- periods of the person asked about, whether as the one who is paid or as the child -->
    <xsl:variable name="periods" select="$all/(Begunstigden/Begunstigde | Kinderen/Kind)[INSZ = $insz]/Betalingsperiodes/Betalingsperiode"/>
    <!-- what the answer says of the person in another place: paid to somebody for the child, or in a benefit under another head -->
    <xsl:variable name="elsewhere" select="($all//Betalingsperiode except $periods) | $told[not(INSZ = $insz)]/Kinderen/Kind[INSZ = $insz]//Betalingsperiode"/>
    <facts subject="{($all/INSZ, $told/INSZ)[1]}">
      <!-- who is told benefits of and not this one has none of it: the social supplement is told of apart, so that its absence is a no -->
      <xsl:for-each select="distinct-values(($periods/Categorie/Code, 'SOCIAAL'[exists($periods)]))">
        <xsl:variable name="code" select="."/>
        <xsl:variable name="covering" select="$periods[Categorie/Code = $code][Periode/BeginMaand le $month and (not(Periode/EindeMaand) or Periode/EindeMaand ge $month)]"/>
        <xsl:variable name="contrary" select="$elsewhere[Categorie/Code = $code][Periode/BeginMaand le $month and (not(Periode/EindeMaand) or Periode/EindeMaand ge $month)]"/>
        <!-- a no that the same answer contradicts is no answer -->
        <fact name="groeipakket.{$code}"><xsl:value-of select="if (exists($covering)) then 'yes' else if (exists($contrary)) then 'unknown' else 'no'"/></fact>
      </xsl:for-each>
    </facts>
  </xsl:template>
</xsl:stylesheet>
