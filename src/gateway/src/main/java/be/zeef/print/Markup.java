package be.zeef.print;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one page that is HTML and well-formed XML alike. It asks nobody for anything: no script, no address of anybody, its own style;
 * and whatever people wrote is text in it, never markup.
 */
public final class Markup {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final StringWriter page = new StringWriter();
    private final XMLStreamWriter out;

    /**
     * Begins a page, up to its body.
     *
     * @param language as HTML names it
     */
    public Markup(String language, String title, String style) {
        try {
            page.write("<!DOCTYPE html>\n");
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(page);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        open("html", "lang", language);
        open("head");
        empty("meta", "charset", "utf-8");
        empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        element("title", title);
        element("style", style);
        close();
        open("body");
    }

    /** @param attributes names and values by turns */
    public Markup open(String name, String... attributes) {
        return written(() -> {
            out.writeStartElement(name);
            attributes(attributes);
        });
    }

    /** Ends what was opened last. */
    public Markup close() {
        return written(out::writeEndElement);
    }

    /** What has nothing in it. */
    public Markup empty(String name, String... attributes) {
        return written(() -> {
            out.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    public Markup text(String text) {
        return written(() -> out.writeCharacters(text));
    }

    /** One with text in it and nothing else. */
    public Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** A length in a drawing, to a hundredth. */
    public static String length(double units) {
        return String.format(Locale.ROOT, "%.2f", units);
    }

    /** Ends the page. */
    public String end() {
        return written(() -> {
                    out.writeEndDocument();
                    out.close();
                })
                .page
                .append('\n')
                .toString();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    private Markup written(Step step) {
        try {
            step.take();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
