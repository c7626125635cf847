package be.zeef.sync;

import be.zeef.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** SHA-256 over all decisions of a run, in the order of their subjects: what binds them to the ledger. */
public final class DecisionDigest {

    private DecisionDigest() {}

    /** The digest of what is stored now. */
    public static String of(Handle handle, long syncId) {
        MessageDigest digest = Sha256.digest();
        Decisions.each(
                handle,
                syncId,
                row -> digest.update((row.subject() + "|" + row.outcome() + "|" + row.value() + "\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
