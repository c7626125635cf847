package be.zeef.sandbox.ivago;

import be.zeef.sandbox.delivery.Line;
import be.zeef.sandbox.delivery.LinesCounted;
import be.zeef.sandbox.delivery.Opened;
import be.zeef.sandbox.delivery.XmlLines;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads the lines of a delivery and counts them against its totals. The format is ours (assumed: true). */
final class GrantsReader {

    private static final XmlLines XML = new XmlLines(
            "urn:zeef:ivago:grants:1",
            "grants",
            "category",
            attribute -> line(
                    attribute.apply("id"),
                    attribute.apply("household"),
                    attribute.apply("category"),
                    attribute.apply("year")));
    private static final Pattern HEAD = Pattern.compile("H;1;[^;]+;\\d{4};\\d{1,5};\\d{4}-\\d\\d-\\d\\d;[^;]+");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private GrantsReader() {}

    static Opened csv(byte[] plain) {
        String[] records = new String(plain, StandardCharsets.UTF_8).split("\n", -1);
        int last = records.length - 2; // the text ends with a line end
        if (last < 1
                || !records[last + 1].isEmpty()
                || !HEAD.matcher(records[0]).matches()) {
            return Opened.refused("FORMAT");
        }
        LinesCounted lines = lines();
        for (int i = 1; i < last; i++) {
            String[] fields = records[i].split(";", -1);
            if (fields.length != 5
                    || !"L".equals(fields[0])
                    || !lines.add(line(fields[1], fields[2], fields[3], fields[4]))) {
                return Opened.refused("FORMAT");
            }
        }
        return lines.against(records[last]);
    }

    static Opened xml(byte[] plain) {
        return XML.read(plain, lines());
    }

    private static LinesCounted lines() {
        return new LinesCounted(line -> YEAR.matcher(line.from()).matches());
    }

    private static Line line(String id, String household, String category, String year) {
        return new Line(id, household, category, year, year);
    }
}
