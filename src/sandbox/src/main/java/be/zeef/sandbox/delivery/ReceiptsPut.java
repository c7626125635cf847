package be.zeef.sandbox.delivery;

import be.zeef.security.Cms;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore.PrivateKeyEntry;

/** Puts signed receipts where the city fetches them: each under a temporary name first. */
final class ReceiptsPut {

    private final Path out;
    private final PrivateKeyEntry own;
    private final PrivateKeyEntry another;

    ReceiptsPut(Path out, FarEnd.Trust trust) {
        this.out = out;
        this.own = trust.own();
        this.another = trust.another();
    }

    /** How well the receipts of one delivery are made. */
    record Manners(boolean unsigned, boolean wrongSigner, boolean forAnother) {}

    void write(String file, String xml, Manners manners) throws IOException {
        Path part = out.resolve(file + ".part");
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        try (OutputStream stream = PrivateFiles.output(part)) {
            if (manners.unsigned()) {
                stream.write(content);
            } else {
                try (OutputStream signed = Cms.signing(manners.wrongSigner() ? another : own, stream, true)) {
                    signed.write(content);
                }
            }
        }
        Files.move(part, out.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
