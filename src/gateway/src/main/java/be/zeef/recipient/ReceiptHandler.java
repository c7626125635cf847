package be.zeef.recipient;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Follows a receipt that its schema has accepted so far. */
final class ReceiptHandler extends DefaultHandler {

    private final Receipt.LineResults results;
    private Receipt receipt;
    private String delivery = "";
    private long lines;

    ReceiptHandler(Receipt.LineResults results) {
        this.results = results;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "technicalReceipt" ->
                receipt = new Receipt.Technical(
                        attributes.getValue("delivery"),
                        "ACCEPTED".equals(attributes.getValue("result")),
                        attributes.getValue("code"),
                        Long.parseLong(attributes.getValue("lines").strip()));
            case "functionalReceipt" -> delivery = attributes.getValue("delivery");
            case "line" -> {
                lines++;
                results.line(
                        attributes.getValue("id"),
                        Receipt.LineResult.valueOf(attributes.getValue("result")),
                        attributes.getValue("code"));
            }
            default -> throw new IllegalStateException("the schema knows no such element");
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if ("functionalReceipt".equals(name)) {
            receipt = new Receipt.Functional(delivery, lines);
        }
    }

    Receipt receipt() {
        return receipt;
    }
}
