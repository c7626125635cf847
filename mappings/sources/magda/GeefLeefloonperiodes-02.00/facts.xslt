<?xml version="1.0" encoding="UTF-8"?>
<!-- Whether a person has a living wage on a day: what a rule may know of an answer of GeefLeefloonperiodes 02.00. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="told" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/Leefloonperiodes/Leefloonperiode"/>
    <!-- those of somebody else may stand beside them, and are not read -->
    <xsl:variable name="all" select="$told[INSZ = $insz]"/>
    <xsl:variable name="covering" select="$all[Periode/Begin le $op and (not(Periode/Einde) or Periode/Einde ge $op)]"/>
    <facts subject="{if (empty($told)) then $insz else ($all/INSZ, $told/INSZ)[1]}">
      <fact name="leefloon">
        <xsl:choose>
          <xsl:when test="exists($covering)">yes</xsl:when>
          <!-- the period itself may be filtered out of the answer; then nobody knows -->
          <xsl:when test="empty($all) or exists($all[not(Periode)])">unknown</xsl:when>
          <xsl:otherwise>no</xsl:otherwise>
        </xsl:choose>
      </fact>
    </facts>
  </xsl:template>
</xsl:stylesheet>
