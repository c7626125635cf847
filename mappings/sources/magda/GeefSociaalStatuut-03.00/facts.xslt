<?xml version="1.0" encoding="UTF-8"?>
<!-- Whether a person has a social status on a day: what a rule may know of an answer of GeefSociaalStatuut 03.00. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="person" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/Persoon"/>
    <facts subject="{$person/INSZ}">
      <xsl:for-each-group select="$person/SocialeStatuten/SociaalStatuut" group-by="Naam">
        <!-- said twice, and not the same: nobody knows -->
        <xsl:variable name="codes" select="distinct-values(current-group()/Resultaat/Code)"/>
        <xsl:variable name="periods" select="current-group()/Periodes/Periode"/>
        <xsl:variable name="covered" select="exists($periods[Begindatum le $op and (not(Einddatum) or Einddatum ge $op)])"/>
        <fact name="statuut.{current-grouping-key()}">
          <xsl:choose>
            <!-- SSH00047: the source found faults in the household that the status rests on. Any Status says that it could not be
                 worked out as it should; it stands beside one status or in the place of all -->
            <xsl:when test="current-group()/Status or $person/Status">unknown</xsl:when>
            <xsl:when test="count($codes) ne 1">unknown</xsl:when>
            <!-- periods that contradict the result on the day asked leave it open -->
            <xsl:when test="$codes = '1' and (empty($periods) or $covered)">yes</xsl:when>
            <xsl:when test="$codes = '0' and not($covered)">no</xsl:when>
            <xsl:otherwise>unknown</xsl:otherwise>
          </xsl:choose>
        </fact>
      </xsl:for-each-group>
    </facts>
  </xsl:template>
</xsl:stylesheet>
