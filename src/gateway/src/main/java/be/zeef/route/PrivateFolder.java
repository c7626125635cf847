package be.zeef.route;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.Exchange;

/**
 * The end of a route in a folder of this machine, where somebody else takes files away. Camel's own file endpoint makes a file
 * first and narrows its permissions after; here nobody but the owner can open it from its first byte.
 */
public final class PrivateFolder {

    private final Path folder;

    public PrivateFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes it when it is not there, before a route that watches it would. */
    public PrivateFolder made() {
        try {
            PrivateFiles.folder(folder);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the route: writes the body under the name in the header, which is one of ours. */
    public void write(Exchange exchange) throws IOException {
        Path name = Path.of(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .getFileName();
        try (InputStream content = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            PrivateFiles.whole(PrivateFiles.folder(folder).resolve(name), content);
        } catch (org.apache.camel.InvalidPayloadException e) {
            throw new IOException("there is no content to write", e);
        }
    }
}
