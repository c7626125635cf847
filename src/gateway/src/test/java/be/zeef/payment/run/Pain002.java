package be.zeef.payment.run;

import java.nio.charset.StandardCharsets;

/** An answer of a bank, written part by part. A reason is a code, {@code own} for a proprietary one, or {@code text}. */
public final class Pain002 {

    private final String file;
    private final StringBuilder ones = new StringBuilder();
    private String version = "10";
    private String group = "";
    private String batch = "";
    private String batchId;

    private Pain002(String file) {
        this.file = file;
        this.batchId = file + "-1";
    }

    public static Pain002 to(String file) {
        return new Pain002(file);
    }

    public Pain002 in(String other) {
        version = other;
        return this;
    }

    public Pain002 group(String status, String... reasons) {
        group = status(status, "GrpSts") + reasons(reasons);
        return this;
    }

    public Pain002 batch(String status, String... reasons) {
        batch = status(status, "PmtInfSts") + reasons(reasons);
        return this;
    }

    public Pain002 batchId(String other) {
        batchId = other;
        return this;
    }

    /** By its end-to-end id. */
    public Pain002 one(String id, String status, String... reasons) {
        return by("", id, status, reasons);
    }

    /** An empty id is left out. */
    public Pain002 by(String instruction, String endToEnd, String status, String... reasons) {
        ones.append("<TxInfAndSts>")
                .append(element("OrgnlInstrId", instruction))
                .append(element("OrgnlEndToEndId", endToEnd))
                .append(status(status, "TxSts"))
                .append(reasons(reasons))
                .append("</TxInfAndSts>");
        return this;
    }

    private static String status(String status, String name) {
        return element(name, status);
    }

    private static String element(String name, String value) {
        return value.isEmpty() ? "" : "<" + name + ">" + value + "</" + name + ">";
    }

    private static String reasons(String... reasons) {
        StringBuilder all = new StringBuilder();
        for (String reason : reasons) {
            all.append("<StsRsnInf>")
                    .append(
                            switch (reason) {
                                case "own" -> "<Rsn><Prtry>BANK-77</Prtry></Rsn>";
                                case "text" -> "<AddtlInf>see the letter of today</AddtlInf>";
                                default -> "<Rsn><Cd>" + reason + "</Cd></Rsn>";
                            })
                    .append("</StsRsnInf>");
        }
        return all.toString();
    }

    public byte[] bytes() {
        boolean batched = !batch.isEmpty() || !ones.isEmpty();
        String text = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001." + version + "\"><CstmrPmtStsRpt>"
                + "<GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-07-06T08:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>"
                + file + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>" + group + "</OrgnlGrpInfAndSts>"
                + (batched
                        ? "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + batchId + "</OrgnlPmtInfId>" + batch + ones
                                + "</OrgnlPmtInfAndSts>"
                        : "")
                + "</CstmrPmtStsRpt></Document>";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
