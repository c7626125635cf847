package be.zeef.storage;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code approval_mark}: the newest approved version of each agreement that this database has seen, so that an older one cannot be put back. */
public final class ApprovalMarks {

    private ApprovalMarks() {}

    private record Mark(String version, Instant at) {

        /** An agreement is used far more often than it is approved: the same mark is not written again. */
        boolean yieldsTo(String other, Instant approved) {
            return approved.isAfter(at) || (approved.equals(at) && !other.equals(version));
        }
    }

    /**
     * Remembers this one when it is the newest.
     *
     * @param version that was approved
     * @param at when the later of its two approvals was signed
     * @return when the newest version was approved, when that is another one and approved after this
     */
    public static Optional<Instant> newer(Storage storage, String agreement, String version, Instant at) {
        return Duplicates.inTransaction(storage.jdbi(), handle -> {
            Optional<Mark> known = known(handle, agreement);
            Optional<Instant> newer = known.filter(mark -> !mark.version().equals(version))
                    .map(Mark::at)
                    .filter(newest -> newest.isAfter(at));
            if (known.isEmpty()) {
                handle.execute(
                        "insert into approval_mark (agreement, version, at) values (?, ?, ?)",
                        agreement,
                        version,
                        at.toString());
            } else if (newer.isEmpty() && known.get().yieldsTo(version, at)) {
                handle.execute(
                        "update approval_mark set version = ?, at = ? where agreement = ?",
                        version,
                        at.toString(),
                        agreement);
            }
            return newer;
        });
    }

    /** Nobody else changes it until this transaction ends. */
    private static Optional<Mark> known(Handle handle, String agreement) {
        return handle.select("select version, at from approval_mark where agreement = ? for update", agreement)
                .map((row, context) -> new Mark(row.getString("version"), Instant.parse(row.getString("at"))))
                .findOne();
    }
}
