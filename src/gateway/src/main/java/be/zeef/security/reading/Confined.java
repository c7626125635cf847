package be.zeef.security.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.xml.transform.sax.SAXSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The files that one of ours may draw in: those of the same kind in its own folder, beside that folder, and below. Their
 * addresses have a scheme that nothing can fetch, so what is not found here is found nowhere.
 */
final class Confined {

    /** No library knows how to open it. */
    static final String SCHEME = "mapping";

    private final Path file;
    private final Path tree;
    private final Set<String> endings;

    /**
     * @param file that draws others in
     * @param endings of the names of what may be drawn in, such as {@code .xsd}
     */
    Confined(Path file, Set<String> endings) {
        this.file = file.toAbsolutePath().normalize();
        Path folder = this.file.getParent();
        this.tree = folder.getParent() == null ? folder : folder.getParent();
        this.endings = endings;
    }

    /** The file itself. */
    Path file() {
        return file;
    }

    /**
     * What the file, or one that it drew in, names.
     *
     * @param name as it stands there
     * @param base address of where it stands; may be null
     * @return empty when it may not be drawn in, or is not there
     */
    Optional<Path> find(String name, String base) {
        try {
            URI address = (base == null ? address(file) : new URI(base)).resolve(new URI(name));
            if (!SCHEME.equals(address.getScheme()) || address.getAuthority() != null || address.getPath() == null) {
                return Optional.empty();
            }
            Path found = tree.getFileSystem().getPath(address.getPath()).normalize();
            boolean allowed = found.startsWith(tree)
                    && endings.stream().anyMatch(found.getFileName().toString()::endsWith);
            return allowed && Files.isRegularFile(found) ? Optional.of(found) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes of such a file, which hold no document type. */
    static byte[] bytes(Path found) throws IOException, SAXException {
        byte[] bytes = Files.readAllBytes(found);
        var reader = Xml.reader();
        DefaultHandler silent = new DefaultHandler();
        reader.setContentHandler(silent);
        reader.setErrorHandler(silent);
        InputSource input = new InputSource(new ByteArrayInputStream(bytes));
        input.setSystemId(address(found).toString());
        reader.parse(input);
        return bytes;
    }

    static SAXSource source(Path found) throws IOException, SAXException {
        InputSource input = new InputSource(new ByteArrayInputStream(bytes(found)));
        input.setSystemId(address(found).toString());
        SAXSource source = new SAXSource(Xml.reader(), input);
        source.setSystemId(input.getSystemId());
        return source;
    }

    static URI address(Path found) {
        try {
            return new URI(SCHEME, null, found.toAbsolutePath().normalize().toString(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
