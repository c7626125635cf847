package be.zeef.agreement;

import java.nio.charset.StandardCharsets;

/** What a data-protection officer signs: the version, so that an approval is void as soon as anything decides otherwise. */
public final class ApprovedContent {

    private ApprovedContent() {}

    /** The very bytes to sign. */
    public static byte[] of(Agreement agreement) {
        return agreement.version().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this is what was signed; space around it, as an editor or a shell leaves it, does not matter. */
    static boolean is(byte[] signed, Agreement agreement) {
        return new String(signed, StandardCharsets.US_ASCII).strip().equals(agreement.version());
    }
}
