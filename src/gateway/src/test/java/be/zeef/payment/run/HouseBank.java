package be.zeef.payment.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bank in memory: works on each message once, pays or refuses each transfer, and lays its answers into the post. */
final class HouseBank {

    private static final Pattern TRANSFER = Pattern.compile(
            "<EndToEndId>(.*?)</EndToEndId>.*?<InstdAmt Ccy=\"EUR\">(\\d+)\\.(\\d\\d)</InstdAmt>.*?<IBAN>(.*?)</IBAN>",
            Pattern.DOTALL);

    private final Set<String> seen = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, Long> paid = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean refuseNextFile;
    private boolean slow;
    private boolean silent;
    private int answers;
    private Post post;

    void answersBy(Post to) {
        post = to;
    }

    void empty() {
        seen.clear();
        closed.clear();
        paid.clear();
        files.clear();
        refuseNextFile = false;
        slow = false;
        silent = false;
        held.clear();
    }

    /** It takes every file in, and neither pays nor answers: what it says, a test says. */
    void saysOnlyWhatItIsTold() {
        silent = true;
    }

    /** It says this. */
    void says(Pain002 answer) {
        post.lay(String.format("answer-%06d.xml", answers++), answer.bytes());
    }

    /** It works on, and keeps its answers to itself. */
    void fallAsleep() {
        slow = true;
    }

    /** What it kept to itself comes, the last first. */
    void wakeUp() {
        slow = false;
        Collections.reverse(held);
        held.forEach(Runnable::run);
        held.clear();
    }

    /** From now on this account is closed. */
    void close(String iban) {
        closed.add(iban);
    }

    void refuseNextFile() {
        refuseNextFile = true;
    }

    /** Cents that went to this account, ever. */
    long paidTo(String iban) {
        return paid.getOrDefault(iban, 0L);
    }

    /** Every file it got, as it is. */
    List<String> files() {
        return files;
    }

    void receive(String name, byte[] content) {
        String file = new String(content, StandardCharsets.UTF_8);
        files.add(file);
        if (silent) {
            return;
        }
        String message = name.replace(".xml", "");
        if (!seen.add(message)) {
            answer(message, "RJCT", "DU01", Map.of());
        } else if (refuseNextFile) {
            refuseNextFile = false;
            answer(message, "RJCT", "FF01", Map.of());
        } else {
            workOn(message, file);
        }
    }

    private void workOn(String message, String file) {
        Map<String, String> each = new LinkedHashMap<>();
        Matcher transfer = TRANSFER.matcher(file.substring(file.indexOf("<CdtTrfTxInf>")));
        while (transfer.find()) {
            boolean refused = closed.contains(transfer.group(4));
            each.put(transfer.group(1), refused ? "RJCT" : "ACSC");
            if (!refused) {
                paid.merge(transfer.group(4), Long.parseLong(transfer.group(2) + transfer.group(3)), Long::sum);
            }
        }
        answer(message, "PART", "", each);
    }

    void answer(String message, String whole, String code, Map<String, String> each) {
        StringBuilder out = new StringBuilder(
                        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
                                + "<GrpHdr><MsgId>A</MsgId><CreDtTm>2026-07-06T08:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>")
                .append(message)
                .append("</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>")
                .append(whole)
                .append("</GrpSts>")
                .append(code.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>")
                .append("</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId>");
        each.forEach((id, status) -> out.append("<TxInfAndSts><OrgnlEndToEndId>")
                .append(id)
                .append("</OrgnlEndToEndId><TxSts>")
                .append(status)
                .append("</TxSts>")
                .append(status.equals("RJCT") ? "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>" : "")
                .append("</TxInfAndSts>"));
        out.append("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
        Runnable answering = () -> post.lay(
                String.format("answer-%06d.xml", answers++), out.toString().getBytes(StandardCharsets.UTF_8));
        if (slow) {
            held.add(answering);
        } else {
            answering.run();
        }
    }
}
