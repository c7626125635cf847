package be.zeef.recipient;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Follows a receipt beside its schema. What stands within an element that must be empty the schema refuses only when that element ends:
 * until then it comes by here too, and is passed over.
 */
final class ReceiptHandler extends DefaultHandler {

    private final DeliveryReceipt.LineResults results;
    private DeliveryReceipt receipt;
    private String delivery = "";
    private long lines;
    private int depth;

    ReceiptHandler(DeliveryReceipt.LineResults results) {
        this.results = results;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        depth++;
        boolean line = name.equals("line");
        if (depth > 2 || line != (depth == 2) || line && delivery.isEmpty()) {
            return;
        }
        switch (name) {
            case "technicalReceipt" ->
                receipt = new DeliveryReceipt.Technical(
                        attributes.getValue("delivery"),
                        "ACCEPTED".equals(attributes.getValue("result")),
                        attributes.getValue("code"),
                        Long.parseLong(attributes.getValue("lines").strip()));
            case "functionalReceipt" -> delivery = attributes.getValue("delivery");
            case "line" -> {
                lines++;
                results.line(
                        attributes.getValue("id"),
                        DeliveryReceipt.LineResult.valueOf(attributes.getValue("result")),
                        attributes.getValue("code"));
            }
            default -> {
                // another root: the schema has refused it
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        depth--;
        if ("functionalReceipt".equals(name) && depth == 0) {
            receipt = new DeliveryReceipt.Functional(delivery, lines);
        }
    }

    DeliveryReceipt receipt() {
        return receipt;
    }
}
