package be.zeef.sandbox.bank;

import be.zeef.subject.Today;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A pain.002 before it is written.
 *
 * @param whole status of the message
 * @param code reason for it, empty for none
 * @param each status and reason by payment, as {@code ACSC} or {@code RJCT AC04}
 */
record BankAnswer(String to, String definition, String whole, String code, Map<String, String> each) {

    String xml(String id, String version) {
        String now = Today.wallClock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.")
                .append(version)
                .append("\"><CstmrPmtStsRpt>\n<GrpHdr><MsgId>")
                .append(id)
                .append("</MsgId><CreDtTm>")
                .append(now)
                .append("</CreDtTm></GrpHdr>\n<OrgnlGrpInfAndSts><OrgnlMsgId>")
                .append(to)
                .append("</OrgnlMsgId><OrgnlMsgNmId>")
                .append(definition)
                .append("</OrgnlMsgNmId><GrpSts>")
                .append(whole)
                .append("</GrpSts>")
                .append(reason(code))
                .append("</OrgnlGrpInfAndSts>\n");
        if (!each.isEmpty()) {
            out.append("<OrgnlPmtInfAndSts><OrgnlPmtInfId>").append(to).append("-1</OrgnlPmtInfId>\n");
            each.forEach((payment, status) -> out.append(one(payment, status)));
            out.append("</OrgnlPmtInfAndSts>\n");
        }
        return out.append("</CstmrPmtStsRpt></Document>\n").toString();
    }

    /** Banks copy the payment, in which the same element names mean something else. */
    private static String one(String payment, String status) {
        String[] parts = status.split(" ");
        return "<TxInfAndSts><OrgnlEndToEndId>" + payment + "</OrgnlEndToEndId><TxSts>" + parts[0] + "</TxSts>"
                + reason(parts.length > 1 ? parts[1] : "")
                + "<OrgnlTxRef><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf></OrgnlTxRef></TxInfAndSts>\n";
    }

    private static String reason(String code) {
        return code.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>";
    }
}
