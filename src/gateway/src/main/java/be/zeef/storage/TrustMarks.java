package be.zeef.storage;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The newest trust file that this database has seen of each signer, so that an older one cannot be put back. */
public final class TrustMarks {

    private TrustMarks() {}

    /**
     * Remembers this one when it is the newest.
     *
     * @param signer fingerprint of the signer's certificate
     * @param serial of the file, 1 or more
     * @return the serial of the newest one, when that is newer than this
     */
    public static Optional<Integer> newer(Storage storage, String signer, int serial) {
        return Duplicates.inTransaction(storage.jdbi(), handle -> {
            Optional<Integer> known = known(handle, signer);
            if (known.isEmpty()) {
                handle.execute("insert into trust_mark (signer, serial) values (?, ?)", signer, serial);
            } else if (known.get() < serial) {
                handle.execute("update trust_mark set serial = ? where signer = ?", serial, signer);
            }
            return known.filter(newest -> newest > serial);
        });
    }

    /** Nobody else changes it until this transaction ends. */
    private static Optional<Integer> known(Handle handle, String signer) {
        return handle.select("select serial from trust_mark where signer = ? for update", signer)
                .mapTo(Integer.class)
                .findOne();
    }
}
