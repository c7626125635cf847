package be.zeef.sandbox.bank;

import be.zeef.subject.Today;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A pain.002 before it is written. A status stands with its reasons behind it, as {@code RJCT AM05 NARR}; {@code own} is a reason that the bank has
 * by itself.
 *
 * @param whole status and reasons of the message
 * @param batch the same of the batch, empty for none
 * @param each the same of each payment, by its end-to-end id
 * @param idElement how a payment is named
 */
record BankAnswer(
        String to, String definition, String whole, String batch, Map<String, String> each, String idElement) {

    static final String END_TO_END = "OrgnlEndToEndId";
    static final String INSTRUCTION = "OrgnlInstrId";

    static BankAnswer of(Instruction to, String whole, Map<String, String> each) {
        return new BankAnswer(to.message(), to.definition(), whole, "", each, END_TO_END);
    }

    BankAnswer withBatch(String status) {
        return new BankAnswer(to, definition, whole, status, each, idElement);
    }

    BankAnswer namedBy(String element) {
        return new BankAnswer(to, definition, whole, batch, each, element);
    }

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
                .append("</OrgnlMsgNmId>")
                .append(status("GrpSts", whole))
                .append("</OrgnlGrpInfAndSts>\n");
        if (!each.isEmpty() || !batch.isEmpty()) {
            out.append("<OrgnlPmtInfAndSts><OrgnlPmtInfId>")
                    .append(to)
                    .append("-1</OrgnlPmtInfId>")
                    .append(status("PmtInfSts", batch))
                    .append("\n");
            each.forEach((payment, status) -> out.append(one(payment, status)));
            out.append("</OrgnlPmtInfAndSts>\n");
        }
        return out.append("</CstmrPmtStsRpt></Document>\n").toString();
    }

    /** Banks copy the payment, in which the same element names mean something else. */
    private String one(String payment, String status) {
        return "<TxInfAndSts><" + idElement + ">" + payment + "</" + idElement + ">" + status("TxSts", status)
                + "<OrgnlTxRef><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf></OrgnlTxRef></TxInfAndSts>\n";
    }

    private static String status(String element, String status) {
        if (status.isEmpty()) {
            return "";
        }
        String[] parts = status.split(" ");
        StringBuilder out = new StringBuilder("<" + element + ">" + parts[0] + "</" + element + ">");
        for (int i = 1; i < parts.length; i++) {
            String reason = parts[i].equals("own") ? "<Prtry>OWN-REASON</Prtry>" : "<Cd>" + parts[i] + "</Cd>";
            out.append("<StsRsnInf><Rsn>").append(reason).append("</Rsn></StsRsnInf>");
        }
        return out.toString();
    }
}
