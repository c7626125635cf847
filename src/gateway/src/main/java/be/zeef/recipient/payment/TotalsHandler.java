package be.zeef.recipient.payment;

import be.zeef.transfer.TransferTotals;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Follows a pain.001 of ours that its schema has accepted so far, and counts what it orders. There is one batch in it. */
final class TotalsHandler extends PathHandler {

    private static final String HEAD = "/Document/CstmrCdtTrfInitn/GrpHdr";
    private static final String BATCH = "/Document/CstmrCdtTrfInitn/PmtInf";
    private static final String AMOUNT = BATCH + "/CdtTrfTxInf/Amt/InstdAmt";

    private String name = "";
    private LocalDate execution = LocalDate.MIN;
    private int transfers;
    private BigDecimal sum = BigDecimal.ZERO;

    @Override
    void ended(String path, String value) {
        switch (path) {
            case HEAD + "/MsgId" -> name = value;
            // a date by itself in the older version, a choice in the newer
            case BATCH + "/ReqdExctnDt/Dt" -> execution = LocalDate.parse(value);
            case BATCH + "/ReqdExctnDt" -> execution = value.isEmpty() ? execution : LocalDate.parse(value);
            case BATCH + "/CdtTrfTxInf" -> transfers++;
            case AMOUNT -> sum = sum.add(new BigDecimal(value));
            default -> {
                // not counted
            }
        }
    }

    TransferTotals totals() {
        return new TransferTotals(name, transfers, sum.movePointRight(2).longValueExact(), execution);
    }
}
