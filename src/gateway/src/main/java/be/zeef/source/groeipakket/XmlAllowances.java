package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceRow.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Follows an {@code allowances} document beside its schema. What stands within an element that must be empty the schema refuses only
 * when that element ends, so whatever comes until then is met here too; the document is refused as a whole, and nothing of it used.
 */
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
                        value(attributes, "file"),
                        value(attributes, "month"),
                        value(attributes, "created"),
                        value(attributes, "municipality")));
            case "grant", "correction", "cancellation" -> begin(attributes);
            case "child" -> {
                child = value(attributes, "insz");
                born = value(attributes, "born");
            }
            case "beneficiary" ->
                payees.add(new RawRow.Payee(
                        value(attributes, "insz"), value(attributes, "name"), value(attributes, "iban")));
            case "totals" -> totals(value(attributes, "lines").strip());
            default -> {
                // the schema knows no such element, and says so when the one above it ends
            }
        }
    }

    private void totals(String lines) {
        if (lines.matches("\\d{1,18}")) {
            rows.totals(Long.parseLong(lines));
        }
    }

    private void begin(Attributes attributes) {
        place = new Place(place.number() + 1, locator == null ? 0 : Math.max(0, locator.getLineNumber()));
        payees.clear();
        child = "";
        born = "";
        id = value(attributes, "id");
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
