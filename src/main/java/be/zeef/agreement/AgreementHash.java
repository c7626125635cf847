package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** The version of an agreement: SHA-256 of its canonical JSON (RFC 8785). Comments and order do not change it. */
public final class AgreementHash {

    private AgreementHash() {}

    public static String of(JsonNode tree) {
        try {
            byte[] canonical = new JsonCanonicalizer(tree.toString()).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
