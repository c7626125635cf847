package be.zeef.sandbox.delivery;

import be.zeef.subject.Today;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Composes the two receipts of a delivery, and books its lines before it says so. */
final class Answerer {

    private final ReceiptsPut receipts;
    private final RecipientOffice books;

    Answerer(ReceiptsPut receipts, RecipientOffice books) {
        this.receipts = receipts;
        this.books = books;
    }

    void technical(String name, Opened opened, ReceiptsPut.Manners manners) throws IOException {
        String xml = "<technicalReceipt xmlns=\"" + books.namespace() + "\" delivery=\"" + named(name, manners)
                + "\" received=\"" + Today.wallClock().instant().truncatedTo(ChronoUnit.SECONDS) + "\" result=\""
                + (opened.accepted() ? "ACCEPTED" : "REFUSED") + "\" code=\"" + opened.code() + "\" lines=\""
                + opened.lines().size() + "\"/>";
        receipts.write(name + ".ack.p7m", xml, manners);
    }

    /** RecipientOffice what is not booked yet; {@code write} false leaves the receipt away all the same. */
    void functional(String name, List<Line> lines, boolean refuseLine, boolean write, ReceiptsPut.Manners manners)
            throws IOException {
        List<RecipientOffice.Result> results = books.book(lines, refuseLine);
        StringBuilder xml = new StringBuilder(
                "<functionalReceipt xmlns=\"" + books.namespace() + "\" delivery=\"" + named(name, manners) + "\">");
        for (int i = 0; i < lines.size(); i++) {
            RecipientOffice.Result result = results.get(i);
            xml.append("<line id=\"").append(lines.get(i).id());
            xml.append("\" result=\"").append(result.result());
            xml.append("\" code=\"").append(result.code()).append("\"/>");
        }
        if (write) {
            receipts.write(
                    name + ".result.p7m", xml.append("</functionalReceipt>").toString(), manners);
        }
    }

    /** The name that the receipt gives for this delivery. */
    private String named(String delivery, ReceiptsPut.Manners manners) {
        return manners.forAnother() ? books.series() + ".1999.00001" : delivery;
    }
}
