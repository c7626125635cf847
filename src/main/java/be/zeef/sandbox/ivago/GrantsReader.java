package be.zeef.sandbox.ivago;

import be.zeef.sandbox.ivago.Opener.Line;
import be.zeef.sandbox.ivago.Opener.Opened;
import be.zeef.security.Xml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the lines of a delivery and counts them against its totals. The format is ours (assumed: true). */
final class GrantsReader {

    private static final String NAMESPACE = "urn:zeef:ivago:grants:1";
    private static final Pattern HEAD = Pattern.compile("H;1;[^;]+;\\d{4};\\d{1,5};\\d{4}-\\d\\d-\\d\\d;[^;]+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> counted = new TreeMap<>();

    private GrantsReader() {}

    static Opened csv(byte[] plain) {
        String[] records = new String(plain, StandardCharsets.UTF_8).split("\n", -1);
        int last = records.length - 2; // the text ends with a line end
        if (last < 1
                || !records[last + 1].isEmpty()
                || !HEAD.matcher(records[0]).matches()) {
            return Opened.refused("FORMAT");
        }
        GrantsReader reader = new GrantsReader();
        for (int i = 1; i < last; i++) {
            String[] fields = records[i].split(";", -1);
            if (fields.length != 5
                    || !"L".equals(fields[0])
                    || !reader.add(fields[1], fields[2], fields[3], fields[4])) {
                return Opened.refused("FORMAT");
            }
        }
        StringBuilder trailer = new StringBuilder("T;" + reader.lines.size());
        reader.counted.forEach((category, count) ->
                trailer.append(';').append(category).append('=').append(count));
        return reader.result(records[last].contentEquals(trailer));
    }

    static Opened xml(byte[] plain) {
        GrantsReader reader = new GrantsReader();
        Map<String, Long> told = new TreeMap<>();
        long total = -1;
        try {
            XMLStreamReader xml = Xml.pull().createXMLStreamReader(new ByteArrayInputStream(plain));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return Opened.refused("FORMAT");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                boolean fits = NAMESPACE.equals(xml.getNamespaceURI())
                        && switch (xml.getLocalName()) {
                            case "grants" -> true;
                            case "line" ->
                                reader.add(
                                        text(xml, "id"),
                                        text(xml, "household"),
                                        text(xml, "category"),
                                        text(xml, "year"));
                            case "totals" -> (total = Long.parseLong(text(xml, "lines"))) >= 0;
                            case "category" -> told.put(text(xml, "code"), Long.parseLong(text(xml, "lines"))) == null;
                            default -> false;
                        };
                if (!fits) {
                    return Opened.refused("FORMAT");
                }
            }
        } catch (XMLStreamException | NumberFormatException e) {
            return Opened.refused("FORMAT");
        }
        return reader.result(total == reader.lines.size() && told.equals(reader.counted));
    }

    private static String text(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private boolean add(String id, String household, String category, String year) {
        lines.add(new Line(id, household, category, year));
        counted.merge(category, 1L, Long::sum);
        return ID.matcher(id).matches()
                && !household.isEmpty()
                && !category.isEmpty()
                && YEAR.matcher(year).matches();
    }

    private Opened result(boolean totalsFit) {
        return totalsFit ? new Opened("OK", lines) : Opened.refused("TOTALS");
    }
}
