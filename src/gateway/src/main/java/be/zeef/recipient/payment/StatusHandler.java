package be.zeef.recipient.payment;

import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Single;
import be.zeef.transfer.TransferAnswer.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows a pain.002 that its schema has accepted so far. Elements are known by their whole path: a bank may copy the payment,
 * in which the same names mean something else.
 */
final class StatusHandler extends PathHandler {

    private static final String GROUP = "/Document/CstmrPmtStsRpt/OrgnlGrpInfAndSts";
    private static final String BATCH = "/Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts";
    private static final String ONE = BATCH + "/TxInfAndSts";

    private final List<Single> singles = new ArrayList<>();
    private String message = "";
    private String whole = "";
    private String wholeCode = "";
    private String transfer = "";
    private String status = "";
    private String code = "";

    @Override
    void began(String path) {
        if (path.equals(ONE)) {
            transfer = "";
            status = "";
            code = "";
        }
    }

    @Override
    void ended(String path, String value) {
        switch (path) {
            case GROUP + "/OrgnlMsgId" -> message = value;
            case GROUP + "/GrpSts", BATCH + "/PmtInfSts" -> whole = stronger(whole, value);
            case GROUP + "/StsRsnInf/Rsn/Cd", BATCH + "/StsRsnInf/Rsn/Cd" -> wholeCode = value;
            case ONE + "/OrgnlEndToEndId" -> transfer = value;
            case ONE + "/TxSts" -> status = value;
            case ONE + "/StsRsnInf/Rsn/Cd" -> code = value;
            case ONE -> singles.add(new Single(transfer, verdict(status), code));
            default -> {
                // not read
            }
        }
    }

    /** There is one batch in a file of ours, so what is said of the batch is said of the file; a final word counts. */
    private static String stronger(String before, String now) {
        return verdict(now) == Verdict.OPEN && !before.isEmpty() ? before : now;
    }

    /** ISO 20022 external code set 1 (payment status): what is accepted for settlement is not yet refused by anybody. */
    private static Verdict verdict(String status) {
        return switch (status) {
            case "ACSC", "ACCP", "ACCC" -> Verdict.ACCEPTED;
            case "RJCT" -> Verdict.REJECTED;
            default -> Verdict.OPEN;
        };
    }

    TransferAnswer answer() {
        return new TransferAnswer(message, verdict(whole), wholeCode, singles);
    }
}
