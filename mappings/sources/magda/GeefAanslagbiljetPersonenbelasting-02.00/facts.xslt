<?xml version="1.0" encoding="UTF-8"?>
<!-- A person's taxable income of a year: what a rule may know of an answer of GeefAanslagbiljetPersonenbelasting 02.00. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:template match="/">
    <xsl:variable name="bill" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/AanslagbiljetPersonenbelasting"/>
    <facts subject="{$bill/GevraagdePersoon/INSZ}">
      <fact name="inkomensjaar"><xsl:value-of select="$bill/Inkomensjaar"/></fact>
      <!-- spouses who are assessed together have one article number: their columns must not be counted twice -->
      <xsl:if test="normalize-space($bill/Artikelnummer)">
        <fact name="artikelnummer"><xsl:value-of select="normalize-space($bill/Artikelnummer)"/></fact>
      </xsl:if>
      <!-- of another year than was asked about, an income says nothing -->
      <xsl:if test="$bill/Inkomensjaar = substring($op, 1, 4)">
        <!-- the letter is the column of a joint assessment, A of the one and B of the other; amounts are eurocents without a
             separator. What cannot be read is told as such: absent it would count as nothing -->
        <xsl:for-each select="$bill/Items/Item[matches(normalize-space(Code), '^[^0-9]?[0-9]{4}$')]">
          <xsl:variable name="code" select="normalize-space(Code)"/>
          <xsl:variable name="column" select="substring($code, 1, string-length($code) - 4)"/>
          <xsl:variable name="readable" select="$column = ('A', 'B') and matches(Waarde, '^-?[0-9]{1,12}$')"/>
          <fact name="inkomen.{substring($code, string-length($code) - 3)}" kolom="{$column}"><xsl:value-of select="if ($readable) then xs:integer(Waarde) else 'unknown'"/></fact>
        </xsl:for-each>
      </xsl:if>
    </facts>
  </xsl:template>
</xsl:stylesheet>
