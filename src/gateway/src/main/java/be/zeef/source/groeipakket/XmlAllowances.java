package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceRow.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Follows an {@code allowances} document that its schema has accepted so far. */
final class XmlAllowances extends DefaultHandler {

    private final RawRows rows;
    private final List<RawRow.Payee> payees = new ArrayList<>();
    private Locator locator;
    private Place place = new Place(0, 0);
    private String id = "";
    private String granted = "";
    private String supplement = "";
    private String nis = "";
    private String postcode = "";
    private String child = "";
    private String born = "";

    XmlAllowances(RawRows rows) {
        this.rows = rows;
    }

    @Override
    public void setDocumentLocator(Locator now) {
        locator = now;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "allowances" ->
                rows.head(new RawHead(
                        attributes.getValue("file"),
                        attributes.getValue("month"),
                        attributes.getValue("created"),
                        attributes.getValue("municipality")));
            case "grant", "correction", "cancellation" -> begin(attributes);
            case "child" -> {
                child = attributes.getValue("insz");
                born = attributes.getValue("born");
            }
            case "beneficiary" ->
                payees.add(new RawRow.Payee(
                        attributes.getValue("insz"), attributes.getValue("name"), value(attributes, "iban")));
            case "totals" ->
                rows.totals(Long.parseLong(attributes.getValue("lines").strip()));
            default -> throw new IllegalStateException("the schema knows no such element");
        }
    }

    private void begin(Attributes attributes) {
        place = new Place(place.number() + 1, locator == null ? 0 : Math.max(0, locator.getLineNumber()));
        payees.clear();
        child = "";
        born = "";
        id = attributes.getValue("id");
        granted = value(attributes, "granted");
        supplement = value(attributes, "supplement");
        nis = value(attributes, "nis");
        postcode = value(attributes, "postcode");
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "grant", "correction", "cancellation" ->
                rows.row(new RawRow(
                        place,
                        RawRow.Kind.valueOf(name.toUpperCase(Locale.ROOT)),
                        id,
                        child,
                        born,
                        granted,
                        supplement,
                        nis,
                        postcode,
                        payees));
            default -> {
                // nothing ends with the others
            }
        }
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }
}
