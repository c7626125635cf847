package be.zeef.sandbox.groeipakket;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** A file before it is written. */
public record MonthFile(String id, YearMonth month, Instant created, String municipality, List<Allowance> rows) {

    public MonthFile {
        rows = List.copyOf(rows);
    }

    /** How it is written. */
    public enum Format {
        XML,
        CSV
    }

    String text(Format format, int moreLines) {
        return format == Format.XML ? xml(moreLines) : csv(moreLines);
    }

    private String xml(int moreLines) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<allowances xmlns=\"urn:zeef:groeipakket:allowances:1\" version=\"1\"")
                .append(attribute("file", id))
                .append(attribute("month", month.toString()))
                .append(attribute("created", created.toString()))
                .append(attribute("municipality", municipality))
                .append(">\n");
        rows.forEach(row -> out.append(xml(row)));
        return out.append("  <totals lines=\"")
                .append(rows.size() + moreLines)
                .append("\"/>\n</allowances>\n")
                .toString();
    }

    private static String xml(Allowance row) {
        if (row.kind().equals("cancellation")) {
            return "  <cancellation" + attribute("id", row.id()) + "/>\n";
        }
        StringBuilder out = new StringBuilder("  <" + row.kind() + attribute("id", row.id()))
                .append(attribute("granted", row.granted().toString()))
                .append(attribute("supplement", row.supplement() ? "yes" : "no"))
                .append(row.nis().isEmpty() ? "" : attribute("nis", row.nis()))
                .append(row.postcode().isEmpty() ? "" : attribute("postcode", row.postcode()))
                .append(">\n    <child")
                .append(attribute("insz", row.child()))
                .append(attribute("born", row.born().toString()))
                .append("/>\n");
        for (Allowance.Payee payee : row.payees()) {
            out.append("    <beneficiary")
                    .append(attribute("insz", payee.insz()))
                    .append(attribute("name", payee.name()))
                    .append(payee.iban().isEmpty() ? "" : attribute("iban", payee.iban()))
                    .append("/>\n");
        }
        return out.append("  </").append(row.kind()).append(">\n").toString();
    }

    private static String attribute(String name, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return " " + name + "=\"" + escaped + "\"";
    }

    private String csv(int moreLines) {
        StringBuilder out = new StringBuilder();
        out.append(String.join(";", "H", "1", id, month.toString(), created.toString(), municipality))
                .append("\n");
        rows.forEach(row -> out.append(csv(row)));
        return out.append("T;").append(rows.size() + moreLines).append("\n").toString();
    }

    private static String csv(Allowance row) {
        boolean cancelled = row.kind().equals("cancellation");
        StringBuilder out = new StringBuilder(String.join(
                ";",
                "L",
                row.id(),
                row.kind(),
                row.child(),
                cancelled ? "" : row.born().toString(),
                cancelled ? "" : row.granted().toString(),
                cancelled ? "" : row.supplement() ? "yes" : "no",
                row.nis(),
                row.postcode()));
        for (int i = 0; i < 2; i++) {
            boolean there = i < row.payees().size();
            out.append(";").append(there ? row.payees().get(i).insz() : "");
            out.append(";").append(there ? row.payees().get(i).name() : "");
            out.append(";").append(there ? row.payees().get(i).iban() : "");
        }
        return out.append("\n").toString();
    }
}
