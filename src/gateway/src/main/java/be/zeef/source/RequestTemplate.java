package be.zeef.source;

import be.zeef.security.reading.Xml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A request with places: <code>${place}</code> takes one value, and what stands between {@code <!-- each:place -->} and
 * {@code <!-- end -->} is repeated for each value of the place, or left out when there is none. Thread-safe.
 */
public final class RequestTemplate {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");
    private static final Pattern EACH = Pattern.compile("<!-- each:([a-z]+) -->(.*?)<!-- end -->", Pattern.DOTALL);

    private final Path file;
    private final String text;
    private final Schema schema;

    private RequestTemplate(Path file, String text, Schema schema) {
        this.file = file;
        this.text = text;
        this.schema = schema;
    }

    /** @param schema what every filled request is held against */
    public static RequestTemplate read(Path file, Schema schema) throws IOException {
        return new RequestTemplate(file, Files.readString(file), schema);
    }

    /** The places that a day fills: {@code op}, {@code jaar} and {@code maand}. */
    public static Map<String, List<String>> day(LocalDate on) {
        return Map.of(
                "op", List.of(on.toString()),
                "jaar", List.of(Integer.toString(on.getYear())),
                "maand", List.of(on.toString().substring(0, 7)));
    }

    /**
     * Fills it.
     *
     * @param places one value, or several where the template repeats
     * @throws IllegalStateException when a value is missing, or the outcome breaks its own schema: a defect of the mapping
     */
    public Document filled(Map<String, List<String>> places) {
        String whole = filled(EACH.matcher(text).replaceAll(part -> repeated(part, places)), places);
        try {
            Document document = Xml.documents().newDocumentBuilder().parse(new InputSource(new StringReader(whole)));
            schema.newValidator().validate(new DOMSource(document));
            return document;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            // its message may quote a number
            throw new IllegalStateException(
                    "The request template " + file + " breaks its own schema. Correct the one or the other.");
        }
    }

    private String repeated(MatchResult part, Map<String, List<String>> places) {
        StringBuilder all = new StringBuilder();
        for (String value : places.getOrDefault(part.group(1), List.of())) {
            Map<String, List<String>> one = new HashMap<>(places);
            one.put(part.group(1), List.of(value));
            all.append(filled(part.group(2), one));
        }
        return Matcher.quoteReplacement(all.toString());
    }

    private String filled(String part, Map<String, List<String>> places) {
        return PLACE.matcher(part).replaceAll(place -> {
            List<String> values = places.getOrDefault(place.group(1), List.of());
            if (values.size() != 1) {
                throw new IllegalStateException("The place " + place.group(1) + " of " + file
                        + " needs one value and has " + values.size() + ".");
            }
            return Matcher.quoteReplacement(escaped(values.get(0)));
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
