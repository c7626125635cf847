package be.zeef.proof;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Every change of one place of an answer that touches no declared fact: each text and attribute gets another value, of the same form and of
 * another; each element and attribute goes; each element stands twice, and in the other order with the next; and everywhere an unknown element, an
 * unknown attribute, a comment and an instruction come in. Of an element in which a declared fact stands only what is beside the fact is
 * changed.
 */
final class Changes {

    private static final String UNKNOWN = "zeef";

    private final Document document;
    private final List<String> declared;
    private final Map<String, String> keys;
    private final List<Element> elements = new ArrayList<>();

    /** @throws IllegalArgumentException when the answer is no XML */
    Changes(Sample sample) {
        this.declared = sample.declared();
        this.keys = sample.keys();
        try {
            document = Xml.documents().newDocumentBuilder().parse(new ByteArrayInputStream(sample.bytes()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("a sample answer is no XML", e);
        }
        collect(document.getDocumentElement());
    }

    private void collect(Element element) {
        elements.add(element);
        Xml.children(element).forEach(this::collect);
    }

    /** How many elements and attributes the answer has. */
    long places() {
        return elements.size()
                + elements.stream().mapToLong(each -> attributes(each).size()).sum();
    }

    /** Tells every change, as words and as the answer that it makes, one after the other. */
    void each(BiConsumer<String, byte[]> change) {
        for (Element element : elements) {
            String path = path(element);
            added(element, path, change);
            attributes(element).forEach(attribute -> attribute(element, attribute, path, change));
            boolean root = element == document.getDocumentElement();
            if (!root && !isDeclared(path) && !holdsDeclared(path)) {
                texts(element, path, change);
                tell(change, "removed " + path, () -> removed(element));
                tell(change, "doubled " + path, () -> doubled(element));
            }
            if (!root) {
                tell(change, "swapped with the next: " + path, () -> swapped(element));
            }
        }
    }

    private void added(Element element, String path, BiConsumer<String, byte[]> change) {
        tell(change, "unknown attribute in " + path, () -> {
            element.setAttribute(UNKNOWN, "1");
            return () -> element.removeAttribute(UNKNOWN);
        });
        List<Function<Document, Node>> makers = new ArrayList<>(List.of(
                made -> made.createComment(UNKNOWN), made -> made.createProcessingInstruction(UNKNOWN, UNKNOWN)));
        if (!isDeclared(path)) {
            makers.add(made -> made.createElementNS(null, UNKNOWN));
        }
        for (Function<Document, Node> maker : makers) {
            tell(change, "unknown first in " + path, () -> inserted(element, element.getFirstChild(), maker));
            tell(change, "unknown last in " + path, () -> inserted(element, null, maker));
        }
    }

    private Runnable inserted(Element element, Node before, Function<Document, Node> maker) {
        Node fresh = element.insertBefore(maker.apply(document), before);
        return () -> element.removeChild(fresh);
    }

    private void attribute(Element element, Attr attribute, String path, BiConsumer<String, byte[]> change) {
        String at = (path.isEmpty() ? "@" : path + "/@") + attribute.getName();
        if (isDeclared(at) || attribute.getName().startsWith("xmlns")) {
            return;
        }
        String before = attribute.getValue();
        for (String other : List.of(rotated(before), UNKNOWN)) {
            tell(change, "changed " + at, () -> {
                attribute.setValue(other);
                return () -> attribute.setValue(before);
            });
        }
        tell(change, "removed " + at, () -> {
            element.removeAttributeNode(attribute);
            return () -> element.setAttributeNode(attribute);
        });
    }

    private void texts(Element element, String path, BiConsumer<String, byte[]> change) {
        if (Xml.children(element).isEmpty()) {
            String before = element.getTextContent();
            for (String other : List.of(rotated(before), UNKNOWN, "")) {
                tell(change, "changed " + path, () -> {
                    element.setTextContent(other);
                    return () -> element.setTextContent(before);
                });
            }
        }
    }

    private static Runnable removed(Element element) {
        Node parent = element.getParentNode();
        Node next = element.getNextSibling();
        parent.removeChild(element);
        return () -> parent.insertBefore(element, next);
    }

    private static Runnable doubled(Element element) {
        Node again = element.getParentNode().insertBefore(element.cloneNode(true), element);
        return () -> element.getParentNode().removeChild(again);
    }

    private static Runnable swapped(Element element) {
        Node next = element.getNextSibling();
        while (next != null && next.getNodeType() != Node.ELEMENT_NODE) {
            next = next.getNextSibling();
        }
        if (next == null) {
            return null;
        }
        Node after = element.getNextSibling();
        Node parent = element.getParentNode();
        parent.insertBefore(element, next.getNextSibling());
        return () -> parent.insertBefore(element, after);
    }

    /** Makes a change, which gives what undoes it (null where there is nothing to change), tells the answer, and undoes it. */
    private void tell(BiConsumer<String, byte[]> change, String words, Supplier<Runnable> made) {
        Runnable undo = made.get();
        if (undo != null) {
            change.accept(words, Xml.written(document));
            undo.run();
        }
    }

    private boolean isDeclared(String path) {
        return declared.contains(path);
    }

    private boolean holdsDeclared(String path) {
        return declared.stream().anyMatch(each -> each.startsWith(path + "/"));
    }

    private String path(Element element) {
        if (element == document.getDocumentElement()) {
            return "";
        }
        String above = path((Element) element.getParentNode());
        return above.isEmpty() ? name(element) : above + "/" + name(element);
    }

    /** Its local name, with what tells it apart from others of that name. */
    private String name(Element element) {
        String key = keys.get(element.getLocalName());
        if (key == null) {
            return element.getLocalName();
        }
        List<Element> at = List.of(element);
        for (String step : key.split("/")) {
            at = at.stream().flatMap(each -> Xml.children(each, step).stream()).toList();
        }
        return element.getLocalName() + "["
                + (at.isEmpty() ? "" : at.get(0).getTextContent().strip()) + "]";
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    /** Another value of the same form: every digit and letter the next one. */
    private static String rotated(String text) {
        StringBuilder other = new StringBuilder();
        text.chars().forEach(c -> other.append(next((char) c)));
        return other.toString();
    }

    private static char next(char c) {
        if (c >= '0' && c <= '9') {
            return c == '9' ? '0' : (char) (c + 1);
        }
        if (c >= 'a' && c <= 'z') {
            return c == 'z' ? 'a' : (char) (c + 1);
        }
        if (c >= 'A' && c <= 'Z') {
            return c == 'Z' ? 'A' : (char) (c + 1);
        }
        return c;
    }
}
