package be.zeef.recipient.payment;

import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.transfer.TransferAnswer.Single;
import be.zeef.transfer.TransferAnswer.Verdict;
import be.zeef.transfer.TransferRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Follows a pain.002 that its schema has accepted so far, and reads every status and reason of every level. Elements are known by their whole
 * path: a bank may copy the payment, in which the same names mean something else.
 */
final class StatusHandler extends PathHandler {

    private static final String GROUP = "/Document/CstmrPmtStsRpt/OrgnlGrpInfAndSts";
    private static final String BATCH = "/Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts";
    private static final String ONE = BATCH + "/TxInfAndSts";
    private static final String CODE = "/StsRsnInf/Rsn/Cd";
    private static final String OWN = "/StsRsnInf/Rsn/Prtry";
    private static final String TEXT = "/StsRsnInf/AddtlInf";
    private static final int LONGEST = 140;

    private final Reasons table;
    private final List<Level> batches = new ArrayList<>();
    private final List<Level> ones = new ArrayList<>();
    private final Level group;
    private Level batch;
    private Level one;
    private String message = "";

    StatusHandler(Reasons table) {
        this.table = table;
        group = new Level(true);
        batch = new Level(true);
        one = new Level(true);
    }

    /** The group, a batch or a transfer of the answer. */
    private final class Level {
        private final GivenReasons reasons = new GivenReasons(table);
        private final Level above;
        private boolean ours;
        private String instruction = "";
        private String endToEnd = "";
        private String status = "";

        Level(boolean ours) {
            this.ours = ours;
            this.above = this;
        }

        Level(boolean ours, Level above) {
            this.ours = ours;
            this.above = above;
        }

        void ended(String part, String value) {
            switch (part) {
                case "/GrpSts", "/PmtInfSts", "/TxSts" -> status = value;
                case "/OrgnlPmtInfId" -> ours = value.equals(message + "-1");
                case "/OrgnlInstrId" -> instruction = value;
                case "/OrgnlEndToEndId" -> endToEnd = value;
                case CODE -> reasons.code(value);
                case OWN -> reasons.ownWords();
                case TEXT -> {
                    if (!value.isEmpty()) {
                        reasons.ownWords();
                    }
                }
                default -> {
                    // not read
                }
            }
        }
    }

    @Override
    void began(String path) {
        if (path.equals(BATCH)) {
            batch = new Level(false);
            batches.add(batch);
        } else if (path.equals(ONE)) {
            one = new Level(batch.ours, batch);
            ones.add(one);
        }
    }

    @Override
    void ended(String path, String value) {
        if (path.equals(GROUP + "/OrgnlMsgId")) {
            message = value;
        } else if (path.startsWith(ONE)) {
            one.ended(path.substring(ONE.length()), value);
        } else if (path.startsWith(BATCH)) {
            batch.ended(path.substring(BATCH.length()), value);
        } else if (path.startsWith(GROUP)) {
            group.ended(path.substring(GROUP.length()), value);
        }
    }

    /**
     * ISO 20022 external payment status codes. That the profile, the funds or the form were looked at (ACCP, ACFC, ACTC), that it is being settled
     * (ACSP), that it is there and not yet shown (ACWP, ACPD) or changed (ACWC), that it was received or waits (RCVD, PDNG): none is the last word.
     */
    private static Verdict verdict(String status) {
        return switch (status) {
            case "ACSC", "ACCC" -> Verdict.ACCEPTED;
            case "RJCT" -> Verdict.REJECTED;
            case "CANC", "BLCK" -> Verdict.STOPPED;
            case "", "PART" -> Verdict.SILENT;
            default -> Verdict.OPEN;
        };
    }

    TransferAnswer answer() {
        GivenReasons whole =
                batches.stream().map(each -> each.reasons).reduce(group.reasons, (all, each) -> all.with(each));
        boolean duplicate = ones.stream().anyMatch(each -> each.reasons.isDuplicate()) || whole.isDuplicate();
        Said said = said(group.status, whole, duplicate);
        List<Single> each = new ArrayList<>();
        for (Level of : batches) {
            Said batchSaid = said(of.status, whole, duplicate);
            if (of.ours) {
                said = refined(said, batchSaid);
            } else if (batchSaid.isDenied()) {
                // a batch that is not ours: whose transfers it means, nobody can say
                each.add(new Single("", "", false, batchSaid));
            }
        }
        for (Level of : ones) {
            each.add(single(of, said, duplicate));
        }
        return new TransferAnswer(message, said, each);
    }

    /** There is one batch in a file of ours, so what is said of it is said of the file; that the file was looked at does not contradict it. */
    private static Said refined(Said group, Said batch) {
        return group.verdict() == Verdict.OPEN && batch.isDenied() ? batch : group.and(batch);
    }

    private Single single(Level of, Said whole, boolean duplicate) {
        GivenReasons reasons = of.reasons.with(of.above.reasons).with(group.reasons);
        Said own = said(of.status, reasons, duplicate);
        boolean doubtful = own.verdict() == Verdict.SILENT && of.reasons.any() && whole.verdict() == Verdict.ACCEPTED;
        if (doubtful) {
            own = new Said(Verdict.OPEN, TransferRefusal.PERSON, own.text());
        }
        if (own.verdict() == Verdict.SILENT && whole.isDenied()) {
            own = new Said(whole.verdict(), refusal(reasons, duplicate), text(statusOf(whole), reasons));
        }
        if (own.isDenied() && isAcceptedAbove()) {
            own = new Said(own.verdict(), own.refusal().or(TransferRefusal.PERSON), own.text());
        }
        return new Single(of.instruction, of.endToEnd, of.ours, specific(own, whole));
    }

    /** Whether the group or a batch says its final yes: whatever denies a transfer beside that contradicts it. */
    private boolean isAcceptedAbove() {
        return Stream.concat(Stream.of(group), batches.stream().filter(each -> each.ours))
                .anyMatch(each -> verdict(each.status) == Verdict.ACCEPTED);
    }

    /** What is said of one counts before what is said of all, but for a yes or a wait beside a no to all. */
    private static Said specific(Said own, Said whole) {
        boolean contradicts = whole.isDenied() && !own.isDenied();
        return contradicts ? own.and(whole) : own.verdict() == Verdict.SILENT ? whole : own;
    }

    private static String statusOf(Said said) {
        return said.text().split(" ", 2)[0];
    }

    private static Said said(String status, GivenReasons reasons, boolean duplicate) {
        return new Said(verdict(status), refusal(reasons, duplicate), text(status, reasons));
    }

    /** Where anything in an answer is a duplicate, nothing of it is made again by itself. */
    private static TransferRefusal refusal(GivenReasons reasons, boolean duplicate) {
        return duplicate ? reasons.meaning().or(TransferRefusal.PERSON) : reasons.meaning();
    }

    private static String text(String status, GivenReasons reasons) {
        String text = status + reasons.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
