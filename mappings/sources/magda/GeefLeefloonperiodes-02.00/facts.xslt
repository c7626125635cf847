<?xml version="1.0" encoding="UTF-8"?>
<!-- Whether a person has a living wage on a day, and since when: what a rule may know of an answer of GeefLeefloonperiodes 02.00. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about.
     Since when: periods that follow each other without a day between them are one right, so it is the first day of the first of them.
     A period before the day asked about is in the answer only if the source sends it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:z="urn:zeef:functions" xmlns="urn:zeef:facts" exclude-result-prefixes="xs z">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <!-- the first day of what runs on without a gap until this day -->
  <xsl:function name="z:since" as="xs:string">
    <xsl:param name="periods" as="element(Periode)*"/>
    <xsl:param name="first" as="xs:string"/>
    <!-- of a day that is in no calendar there is no day before: then nothing follows on it -->
    <xsl:variable name="before" select="if ($first castable as xs:date) then string(xs:date($first) - xs:dayTimeDuration('P1D')) else $first"/>
    <xsl:variable name="earlier" select="$periods[Begin lt $first and (not(Einde) or Einde ge $before)]/string(Begin)"/>
    <xsl:sequence select="if (empty($earlier)) then $first else z:since($periods, min($earlier))"/>
  </xsl:function>

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
      <xsl:if test="exists($covering)">
        <fact name="leefloonSinds"><xsl:value-of select="z:since($all/Periode, min($covering/Periode/string(Begin)))"/></fact>
      </xsl:if>
    </facts>
  </xsl:template>
</xsl:stylesheet>
