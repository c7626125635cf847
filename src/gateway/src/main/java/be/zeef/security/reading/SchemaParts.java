package be.zeef.security.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The files that one schema is made of, found in no other place than ours. The first fault stops the compiler. */
final class SchemaParts implements LSResourceResolver, ErrorHandler {

    static final Set<String> ENDINGS = Set.of(".xsd");

    private final List<Confined> roots;
    private final DOMImplementationLS inputs;

    SchemaParts(Path... files) {
        roots = Stream.of(files).map(file -> new Confined(file, ENDINGS)).toList();
        try {
            inputs = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Source[] sources() throws IOException, SAXException {
        Source[] sources = new Source[roots.size()];
        for (int i = 0; i < sources.length; i++) {
            Path file = roots.get(i).file();
            sources[i] = new StreamSource(
                    new ByteArrayInputStream(Confined.bytes(file)),
                    Confined.address(file).toString());
        }
        return sources;
    }

    /** Null where there is nothing to be had: the compiler then tries its own way, which knows no other address than ours. */
    @Override
    public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String base) {
        if (systemId == null) {
            return null;
        }
        Optional<Path> found = roots.stream()
                .flatMap(root -> root.find(systemId, base).stream())
                .findFirst();
        try {
            LSInput input = inputs.createLSInput();
            input.setByteStream(new ByteArrayInputStream(Confined.bytes(found.orElseThrow(
                    () -> new SAXException(systemId + " is not a schema of ours: it lies outside the folder, or"
                            + " nowhere. Copy it beside this one and name it without an address.")))));
            input.setSystemId(Confined.address(found.get()).toString());
            return input;
        } catch (SAXException | IOException e) {
            throw new PartException(e);
        }
    }

    /** Carries what is wrong past a compiler that knows no better. */
    static final class PartException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PartException(Exception cause) {
            super(Objects.requireNonNull(cause.getMessage(), "unreadable"), cause);
        }
    }

    @Override
    public void warning(SAXParseException problem) {
        // it warns of nothing that changes what the schema accepts
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        throw problem;
    }
}
