<?xml version="1.0" encoding="UTF-8"?>
<!-- From a batch of transfers to pain.001.001.09, for the municipality's finance and its bank. The version Belgian banks take since March 2024.
     No postal address: SEPA needs none in Belgium. No number and no child's name: a statement shows what stands here.
     Before this: be.zeef.recipient.payment lays out the batch; names and texts are in the SEPA set already, amounts are euros with two
     decimals, totals are summed. After it: pain.001.001.09.xsd. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:template match="/batch">
    <Document><CstmrCdtTrfInitn>
      <GrpHdr>
        <MsgId><xsl:value-of select="@name"/></MsgId>
        <CreDtTm><xsl:value-of select="@created"/></CreDtTm>
        <NbOfTxs><xsl:value-of select="@count"/></NbOfTxs>
        <CtrlSum><xsl:value-of select="@sum"/></CtrlSum>
        <InitgPty><Nm><xsl:value-of select="debtor/@name"/></Nm><Id><OrgId><Othr><Id><xsl:value-of select="debtor/@enterprise"/></Id><Issr>KBO-BCE</Issr></Othr></OrgId></Id></InitgPty>
      </GrpHdr>
      <PmtInf>
        <PmtInfId><xsl:value-of select="@name"/>-1</PmtInfId>
        <PmtMtd>TRF</PmtMtd>
        <BtchBookg>true</BtchBookg>
        <NbOfTxs><xsl:value-of select="@count"/></NbOfTxs>
        <CtrlSum><xsl:value-of select="@sum"/></CtrlSum>
        <PmtTpInf><InstrPrty>NORM</InstrPrty><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>
        <ReqdExctnDt><Dt><xsl:value-of select="@on"/></Dt></ReqdExctnDt>
        <Dbtr><Nm><xsl:value-of select="debtor/@name"/></Nm></Dbtr>
        <DbtrAcct><Id><IBAN><xsl:value-of select="debtor/@iban"/></IBAN></Id><Ccy>EUR</Ccy></DbtrAcct>
        <DbtrAgt><FinInstnId><xsl:choose>
          <xsl:when test="debtor/@bic"><BICFI><xsl:value-of select="debtor/@bic"/></BICFI></xsl:when>
          <xsl:otherwise><Othr><Id>NOTPROVIDED</Id></Othr></xsl:otherwise>
        </xsl:choose></FinInstnId></DbtrAgt>
        <ChrgBr>SLEV</ChrgBr>
        <xsl:apply-templates select="transfer"/>
      </PmtInf>
    </CstmrCdtTrfInitn></Document>
  </xsl:template>
  <xsl:template match="transfer">
    <CdtTrfTxInf>
      <PmtId><InstrId><xsl:value-of select="@id"/></InstrId><EndToEndId><xsl:value-of select="@id"/></EndToEndId></PmtId>
      <Amt><InstdAmt Ccy="EUR"><xsl:value-of select="@euro"/></InstdAmt></Amt>
      <Cdtr><Nm><xsl:value-of select="@name"/></Nm></Cdtr>
      <CdtrAcct><Id><IBAN><xsl:value-of select="@iban"/></IBAN></Id></CdtrAcct>
      <RmtInf><xsl:choose>
        <xsl:when test="@structured"><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp><Ref><xsl:value-of select="@structured"/></Ref></CdtrRefInf></Strd></xsl:when>
        <xsl:otherwise><Ustrd><xsl:value-of select="@text"/></Ustrd></xsl:otherwise>
      </xsl:choose></RmtInf>
    </CdtTrfTxInf>
  </xsl:template>
</xsl:stylesheet>
