package be.zeef.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** SHA-256 over all decisions of a run, in the order of their subjects: what binds them to the ledger. */
public final class DecisionDigest {

    private DecisionDigest() {}

    /** The digest of what is stored now. */
    public static String of(Handle handle, long syncId) {
        MessageDigest digest = sha256();
        Decisions.each(
                handle,
                syncId,
                row -> digest.update((row.subject() + "|" + row.outcome() + "|" + row.value() + "\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
