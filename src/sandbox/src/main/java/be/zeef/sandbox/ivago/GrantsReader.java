package be.zeef.sandbox.ivago;

import be.zeef.sandbox.delivery.Line;
import be.zeef.sandbox.delivery.LinesCounted;
import be.zeef.sandbox.delivery.Opened;
import be.zeef.sandbox.delivery.XmlLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the lines of a delivery and counts them against its totals. The format is ours (assumed: true). */
final class GrantsReader {

    /** How the household is given its bags. */
    static final String WAY = "wijze";

    /** Where its waste is collected. */
    static final String ZONE = "zone";

    private static final Map<String, Pattern> COLUMNS =
            Map.of(WAY, Pattern.compile("CREDIT|VOUCHER"), ZONE, Pattern.compile("[A-Z0-9]{1,8}"));

    private static final XmlLines XML = new XmlLines(
            "urn:zeef:ivago:grants:1",
            "grants",
            "category",
            attribute -> line(
                    attribute.apply("id"),
                    attribute.apply("household"),
                    attribute.apply("category"),
                    attribute.apply("year"),
                    told(List.copyOf(COLUMNS.keySet()), attribute)));
    private static final Pattern HEAD = Pattern.compile("H;1;[^;]+;\\d{4};\\d{1,5};\\d{4}-\\d\\d-\\d\\d;[^;]+");
    private static final int FIELDS = 5;
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
        List<String> columns = columns(records[1]);
        LinesCounted lines = lines();
        for (int i = columns.isEmpty() ? 1 : 2; i < last; i++) {
            String[] fields = records[i].split(";", -1);
            if (fields.length != FIELDS + columns.size() || !"L".equals(fields[0])) {
                return Opened.refused("FORMAT");
            }
            Map<String, String> told = told(columns, name -> fields[FIELDS + columns.indexOf(name)]);
            if (!lines.add(line(fields[1], fields[2], fields[3], fields[4], told))) {
                return Opened.refused("FORMAT");
            }
        }
        return lines.against(records[last]);
    }

    /** The names in a record C; none where this is another record. */
    private static List<String> columns(String record) {
        List<String> fields = List.of(record.split(";", -1));
        return fields.get(0).equals("C") ? fields.subList(1, fields.size()) : List.of();
    }

    /** @param text of each column; an empty one says nothing */
    private static Map<String, String> told(List<String> columns, UnaryOperator<String> text) {
        return columns.stream()
                .filter(name -> !text.apply(name).isEmpty())
                .collect(Collectors.toMap(name -> name, text));
    }

    static Opened xml(byte[] plain) {
        return XML.read(plain, lines());
    }

    private static LinesCounted lines() {
        return new LinesCounted(line -> YEAR.matcher(line.from()).matches()
                && line.told().entrySet().stream().allMatch(GrantsReader::taken));
    }

    private static boolean taken(Map.Entry<String, String> told) {
        return COLUMNS.containsKey(told.getKey())
                && COLUMNS.get(told.getKey()).matcher(told.getValue()).matches();
    }

    private static Line line(String id, String household, String category, String year, Map<String, String> told) {
        return new Line(id, household, category, year, year, told);
    }
}
