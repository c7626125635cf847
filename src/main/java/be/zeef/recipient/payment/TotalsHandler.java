package be.zeef.recipient.payment;

import be.zeef.recipient.TransferTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Follows a pain.001 of ours that its schema has accepted so far, and counts what it orders. There is one batch in it. */
final class TotalsHandler extends DefaultHandler {

    private static final String HEAD = "/Document/CstmrCdtTrfInitn/GrpHdr";
    private static final String BATCH = "/Document/CstmrCdtTrfInitn/PmtInf";
    private static final String AMOUNT = BATCH + "/CdtTrfTxInf/Amt/InstdAmt";

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String name = "";
    private LocalDate execution = LocalDate.MIN;
    private int transfers;
    private BigDecimal sum = BigDecimal.ZERO;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        path.addLast(path.isEmpty() ? "/" + name : path.getLast() + "/" + name);
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        String value = text.toString().strip();
        text.setLength(0);
        switch (path.removeLast()) {
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
