package be.zeef.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A dossier as one HTML file that needs nothing else: its own style, no script, no address of anybody, made to be printed. It is well-formed
 * XML, too.
 */
public final class DossierHtml {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final Words words;

    /** @param locale Dutch, English or French */
    public DossierHtml(Locale locale) {
        this.words = new Words(locale);
    }

    /** @param made when it was gathered */
    public String page(Dossier dossier, Instant made) {
        try {
            StringWriter page = new StringWriter();
            page.write("<!DOCTYPE html>\n");
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(page);
            new Page(out, dossier, made).write();
            out.close();
            return page.append('\n').toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String style() {
        try (InputStream style = DossierHtml.class.getResourceAsStream("dossier.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page as it is written. */
    private final class Page {

        private final XMLStreamWriter out;
        private final Dossier dossier;
        private final Instant made;

        Page(XMLStreamWriter out, Dossier dossier, Instant made) {
            this.out = out;
            this.dossier = dossier;
            this.made = made;
        }

        void write() throws XMLStreamException {
            open("html");
            out.writeAttribute("lang", words.language());
            head();
            open("body");
            element("h1", words.of("title"));
            element("p", words.of("made", words.moment(Optional.of(made))));
            if (dossier.isEmpty()) {
                open("p");
                out.writeAttribute("class", "nothing");
                out.writeCharacters(words.of("nothing"));
                close();
            }
            for (Map.Entry<String, LocalDate> each : dossier.goneUpTo().entrySet()) {
                element("p", words.of("gone", each.getKey(), each.getValue()));
            }
            for (Map.Entry<String, Dossier.Reason> each : dossier.agreements().entrySet()) {
                agreement(each.getKey(), each.getValue());
            }
            happenings();
            close();
            close();
        }

        private void head() throws XMLStreamException {
            open("head");
            empty("meta", "charset", "utf-8");
            out.writeEmptyElement("meta");
            out.writeAttribute("http-equiv", "Content-Security-Policy");
            out.writeAttribute("content", POLICY);
            out.writeEmptyElement("meta");
            out.writeAttribute("name", "viewport");
            out.writeAttribute("content", "width=device-width");
            element("title", words.of("title"));
            element("style", style());
            close();
        }

        private void agreement(String id, Dossier.Reason reason) throws XMLStreamException {
            element("h2", words.of("under", id) + (reason.title().isEmpty() ? "" : ": " + reason.title()));
            open("dl");
            said(words.of("purpose"), reason.purpose());
            said(words.of("regulation"), reason.regulation());
            said(words.of("numbers"), reason.numbers() > 1 ? Integer.toString(reason.numbers()) : "");
            close();
        }

        private void happenings() throws XMLStreamException {
            if (dossier.happenings().isEmpty()) {
                return;
            }
            element("h2", words.of("happenings"));
            open("table");
            open("thead");
            open("tr");
            element("th", words.of("when"));
            element("th", words.of("what"));
            element("th", words.of("more"));
            close();
            close();
            open("tbody");
            for (Happening happening : dossier.happenings()) {
                row(happening);
            }
            close();
            close();
        }

        private void row(Happening happening) throws XMLStreamException {
            open("tr");
            element("td", words.moment(happening.at()));
            open("td");
            element("strong", words.of(happening.kind()));
            element("small", happening.under());
            close();
            open("td");
            open("dl");
            for (Map.Entry<Detail, String> each : happening.details().entrySet()) {
                said(words.of(each.getKey()), words.value(happening.kind(), each.getKey(), each.getValue()));
            }
            close();
            close();
            close();
        }

        private void said(String label, String text) throws XMLStreamException {
            if (!text.isEmpty()) {
                element("dt", label);
                element("dd", text);
            }
        }

        private void open(String name) throws XMLStreamException {
            out.writeStartElement(name);
        }

        private void close() throws XMLStreamException {
            out.writeEndElement();
        }

        private void empty(String name, String attribute, String value) throws XMLStreamException {
            out.writeEmptyElement(name);
            out.writeAttribute(attribute, value);
        }

        private void element(String name, String text) throws XMLStreamException {
            open(name);
            out.writeCharacters(text);
            close();
        }
    }
}
