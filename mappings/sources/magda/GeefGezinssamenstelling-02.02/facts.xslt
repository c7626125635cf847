<?xml version="1.0" encoding="UTF-8"?>
<!-- Who lives in a household: what a rule may know of an answer of GeefGezinssamenstelling 02.02. For integration teams.
     Before this: the answer was held against soap.xsd and correlated. After it: facts the agreement does not ask for are
     dropped; the others live in memory until the rule has them. The subject is the person the answer is about.
     Positions are seen from the household's reference person. Texts beside the codes vary, so the codes alone are read. Those of the
     published samples: 01 reference person, or alone; 02 spouse, 21 partner, 22 legal cohabitant; 03 child, 13 stepchild; 05 grandchild,
     06 parent, 09 sibling, 12 not related, 15 uncle or aunt, 20 community home. Only who is partner and who is child has a role of
     its own here; every other code, also one that is new, tells nothing of who a child's parents are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:zeef:facts" exclude-result-prefixes="xs">
  <xsl:param name="insz" as="xs:string"/>
  <xsl:param name="op" as="xs:string"/>

  <xsl:variable name="rollen" as="map(xs:string, xs:string)" select="map {
    '01': 'referentiepersoon',
    '02': 'partner', '21': 'partner', '22': 'partner',
    '03': 'kind', '13': 'kind'
  }"/>

  <xsl:template match="/">
    <xsl:variable name="members" select="/*/Repliek/Antwoorden/Antwoord/Inhoud/Gezinsleden/Gezinslid"/>
    <!-- the person asked about is one of the household, or this is another person's household -->
    <facts subject="{($members/INSZ[. = $insz], $members[1]/INSZ)[1]}">
      <!-- who left, or died, before the day is a member no more; where that is the person asked about, nobody knows the household -->
      <xsl:variable name="current" select="$members[not(@DatumEinde) or replace(@DatumEinde, '-00', '-99') ge $op]"/>
      <xsl:for-each select="$current[$current/INSZ = $insz]">
        <fact name="gezinslid" rol="{($rollen(string(Positie/Code)), 'ander')[1]}" geboren="{Geboortedatum}"><xsl:value-of select="INSZ"/></fact>
      </xsl:for-each>
    </facts>
  </xsl:template>
</xsl:stylesheet>
