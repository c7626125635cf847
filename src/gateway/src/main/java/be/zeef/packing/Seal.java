package be.zeef.packing;

import be.zeef.security.Cms;
import be.zeef.validation.XmlCheck.Composer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals the files of one delivery as they are composed: each is encrypted to the recipient and signed, the manifest names
 * them all with their SHA-256, and an empty {@code .go}, which goes last, says that all are there. Keeps nothing in memory.
 */
final class Seal {

    private final PrivateKeyEntry own;
    private final X509Certificate recipient;
    private final String delivery;
    private final FileSink sink;
    private final List<String> files = new ArrayList<>();
    private final StringBuilder manifest = new StringBuilder();

    Seal(PrivateKeyEntry own, X509Certificate recipient, String delivery, FileSink sink) {
        this.own = own;
        this.recipient = recipient;
        this.delivery = delivery;
        this.sink = sink;
    }

    /**
     * Seals one file.
     *
     * @return its line in the manifest: SHA-256 and name
     */
    String file(String content, String signature, Composer composer) throws IOException {
        Sha256Stream contentOut = new Sha256Stream(sink.create(content));
        Sha256Stream signatureOut = new Sha256Stream(sink.create(signature));
        try (contentOut;
                signatureOut;
                OutputStream signed = Cms.signing(own, signatureOut);
                OutputStream encrypted = Cms.encrypting(recipient, new Tee(contentOut, signed))) {
            composer.compose(encrypted);
        }
        files.addAll(List.of(content, signature));
        String told = contentOut.hex() + "  " + content;
        manifest.append(told).append('\n');
        manifest.append(signatureOut.hex()).append("  ").append(signature).append('\n');
        return told;
    }

    /** Closes the delivery; its files in the order in which they must be sent. */
    List<String> close() throws IOException {
        try (OutputStream out = sink.create(delivery + ".sha256")) {
            out.write(manifest.toString().getBytes(StandardCharsets.US_ASCII));
        }
        sink.create(delivery + ".go").close();
        files.addAll(List.of(delivery + ".sha256", delivery + ".go"));
        return List.copyOf(files);
    }
}
