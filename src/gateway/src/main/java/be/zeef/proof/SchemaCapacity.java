package be.zeef.proof;

import be.zeef.security.reading.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads of an XML schema how much a message could carry ({@link Capacity}). It follows includes, named and nameless types, sequences and
 * choices (of a choice the branches count as if all stood there: which is there tells more than that one). A text is
 * counted as one of 95 printable characters of ASCII at each of its places.
 */
public final class SchemaCapacity {

    private static final double DAYS = 9999 * 365.2425;

    private static final Map<String, Double> BUILT_IN = Map.of(
            "boolean", 1.0,
            "date", Capacity.log2(DAYS),
            "gYear", Capacity.log2(9999),
            "gYearMonth", Capacity.log2(9999 * 12.0),
            "byte", 8.0,
            "unsignedByte", 8.0,
            "short", 16.0,
            "int", 32.0,
            "long", 64.0);

    private final Map<String, Element> named = new HashMap<>();
    private final Set<Path> read = new HashSet<>();
    private final Set<Element> open = new HashSet<>();
    private final List<Capacity.Field> fields = new ArrayList<>();
    private final List<String> withoutLimit = new ArrayList<>();

    private SchemaCapacity() {}

    /**
     * @param root local name of the message's root
     * @throws IllegalArgumentException when the schema has no such element
     */
    public static Capacity of(String answer, Path schema, String root) {
        SchemaCapacity capacity = new SchemaCapacity();
        capacity.read(schema);
        Element element = capacity.named.get("element " + root);
        if (element == null) {
            throw new IllegalArgumentException(schema.getFileName() + " has no element " + root);
        }
        capacity.element(element, "");
        return new Capacity(answer, capacity.fields, capacity.withoutLimit);
    }

    private void read(Path schema) {
        if (!read.add(schema.normalize())) {
            return;
        }
        try (InputStream in = Files.newInputStream(schema)) {
            Element root = Xml.documents().newDocumentBuilder().parse(in).getDocumentElement();
            for (Element child : Xml.children(root)) {
                if (child.getLocalName().equals("include")) {
                    read(schema.resolveSibling(child.getAttribute("schemaLocation")));
                } else {
                    named.put(kind(child) + " " + child.getAttribute("name"), child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new UncheckedIOException(new IOException(schema.getFileName() + " is no XML", e));
        }
    }

    private static String kind(Element child) {
        return child.getLocalName().endsWith("Type") ? "type" : child.getLocalName();
    }

    private void element(Element element, String above) {
        if (element.hasAttribute("ref")) {
            element(named.get("element " + local(element.getAttribute("ref"))), above);
        } else {
            typed(element, above + "/" + element.getAttribute("name"));
        }
    }

    private void typed(Element element, String path) {
        String type = local(element.getAttribute("type"));
        Element inline = Xml.children(element).stream()
                .filter(child -> child.getLocalName().endsWith("Type"))
                .findFirst()
                .orElse(named.get("type " + type));
        if (inline == null) {
            field(path, BUILT_IN.containsKey(type) ? OptionalDouble.of(BUILT_IN.get(type)) : OptionalDouble.empty());
        } else if (inline.getLocalName().equals("simpleType")) {
            field(path, simple(inline));
        } else if (open.add(inline)) {
            complex(inline, path);
            open.remove(inline);
        }
    }

    private void complex(Element part, String path) {
        for (Element child : Xml.children(part)) {
            switch (child.getLocalName()) {
                case "element" -> element(child, path);
                case "attribute" -> typed(child, path + "/@" + child.getAttribute("name"));
                case "any", "anyAttribute" -> field(path + "/*", OptionalDouble.empty());
                case "extension", "restriction" -> extended(child, path);
                case "annotation" -> {}
                default -> complex(child, path);
            }
        }
    }

    private void extended(Element child, String path) {
        Element base = named.get("type " + local(child.getAttribute("base")));
        if (base != null && base.getLocalName().equals("complexType")) {
            complex(base, path);
        } else {
            field(path, base == null ? OptionalDouble.empty() : simple(base));
        }
        complex(child, path);
    }

    private void field(String path, OptionalDouble bits) {
        bits.ifPresentOrElse(known -> fields.add(new Capacity.Field(path, known)), () -> withoutLimit.add(path));
    }

    private OptionalDouble simple(Element type) {
        Element restriction =
                Xml.children(type, "restriction").stream().findFirst().orElse(null);
        if (restriction == null) {
            return OptionalDouble.empty();
        }
        int values = Xml.children(restriction, "enumeration").size();
        if (values > 0) {
            return OptionalDouble.of(Capacity.log2(values));
        }
        OptionalDouble pattern = facet(restriction, "pattern").stream()
                .map(PatternCount::bits)
                .findFirst()
                .orElse(OptionalDouble.empty());
        if (pattern.isPresent()) {
            return pattern;
        }
        List<String> longest = new ArrayList<>(facet(restriction, "maxLength"));
        longest.addAll(facet(restriction, "length"));
        if (!longest.isEmpty()) {
            return OptionalDouble.of(Integer.parseInt(longest.get(0)) * Capacity.log2(PatternCount.PRINTABLE));
        }
        String base = local(restriction.getAttribute("base"));
        if (BUILT_IN.containsKey(base)) {
            return OptionalDouble.of(BUILT_IN.get(base));
        }
        Element named = this.named.get("type " + base);
        return named == null ? OptionalDouble.empty() : simple(named);
    }

    private static List<String> facet(Element restriction, String name) {
        return Xml.children(restriction, name).stream()
                .map(facet -> facet.getAttribute("value"))
                .toList();
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
