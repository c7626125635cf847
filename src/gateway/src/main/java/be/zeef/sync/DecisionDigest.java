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
        handle.createQuery("select subject, outcome, flag_value from decision where sync_id = :sync order by subject")
                .bind("sync", syncId)
                .setFetchSize(5000)
                .map((row, context) -> row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static void forget(Handle handle, long syncId) {
        handle.createUpdate("delete from decision where sync_id = :sync")
                .bind("sync", syncId)
                .execute();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
