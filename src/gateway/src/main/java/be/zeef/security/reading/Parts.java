package be.zeef.security.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a schema or stylesheet of ours draws in, and what that draws in: the files that decide with it. */
public final class Parts {

    private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";
    private static final Set<String> SCHEMA_PARTS = Set.of("include", "import", "redefine", "override");
    private static final Set<String> SHEET_PARTS = Set.of("include", "import");

    private Parts() {}

    /**
     * The files it is made of besides itself. One that is no XML, or names what it may not draw in, has none of that: it
     * does not compile either ({@link Xml#schema}, {@link Stylesheet#compile}).
     */
    public static Set<Path> of(Path file) throws IOException {
        Confined root = confined(file);
        Set<Path> parts = new LinkedHashSet<>();
        Deque<Path> open = new ArrayDeque<>();
        open.add(root.file());
        while (!open.isEmpty()) {
            Path next = open.remove();
            for (String name : names(next)) {
                root.find(name, Confined.address(next).toString())
                        .filter(part -> !part.equals(root.file()) && parts.add(part))
                        .ifPresent(open::add);
            }
        }
        return parts;
    }

    private static Confined confined(Path file) {
        return new Confined(file, file.toString().endsWith(".xsd") ? SchemaParts.ENDINGS : Stylesheet.ENDINGS);
    }

    private static Set<String> names(Path file) throws IOException {
        String name = file.getFileName().toString();
        Set<String> names = new LinkedHashSet<>();
        if (name.endsWith(".xsd") || Stylesheet.ENDINGS.stream().anyMatch(name::endsWith)) {
            try {
                var reader = Xml.reader();
                Names handler = new Names(names);
                reader.setContentHandler(handler);
                reader.setErrorHandler(handler);
                reader.parse(new InputSource(new ByteArrayInputStream(Files.readAllBytes(file))));
            } catch (SAXException e) {
                return names;
            }
        }
        return names;
    }

    private static final class Names extends DefaultHandler {

        private final Set<String> names;

        Names(Set<String> names) {
            this.names = names;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            String name = null;
            if (XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(uri) && SCHEMA_PARTS.contains(localName)) {
                name = attributes.getValue("", "schemaLocation");
            } else if (XSLT.equals(uri) && SHEET_PARTS.contains(localName)) {
                name = attributes.getValue("", "href");
            }
            if (name != null) {
                names.add(name);
            }
        }
    }
}
