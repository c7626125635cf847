package be.zeef.ledger;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Goes through the whole chain and recomputes every hash. Reads as a stream; memory does not grow with the chain. */
public final class LedgerVerifier {

    private static final String START = "0".repeat(64);

    private final Jdbi jdbi;

    public LedgerVerifier(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What verifying found.
     *
     * @param entries how many were read up to the first break
     * @param head hash of the last good entry
     * @param broken the first entry at which the chain does not hold, and why; empty when it holds
     * @param open intents read that no outcome follows: of deeds under way, or of a process that died
     */
    public record Verdict(long entries, String head, Optional<Break> broken, List<OpenIntent> open) {
        public boolean holds() {
            return broken.isEmpty();
        }
    }

    /** Where the chain breaks. */
    public record Break(long entry, Reason reason) {}

    /** Why the chain breaks at an entry. */
    public enum Reason {
        /** The number before it is not there: an entry was removed or put in between. */
        GAP,
        /** Its hash is not the one that its content and the entry before it give: it was altered. */
        ALTERED,
        /** The chain's end is not the last entry: entries were cut off at the end. */
        CUT_OFF
    }

    public Verdict verify() {
        return jdbi.withHandle(handle -> {
            handle.begin();
            try {
                return walk(handle);
            } finally {
                handle.rollback();
            }
        });
    }

    private static Verdict walk(Handle handle) {
        MessageDigest digest = Ledger.sha256();
        long count = 0;
        String before = START;
        OpenIntents open = new OpenIntents();
        try (var rows = Chain.links(handle)) {
            while (rows.hasNext()) {
                Chain.Link row = rows.next();
                if (row.entry().id() != count + 1) {
                    return broken(count, before, row.entry().id(), Reason.GAP, open);
                }
                String hash = row.entry().hash(digest, before);
                if (!hash.equals(row.hash())) {
                    return broken(count, before, row.entry().id(), Reason.ALTERED, open);
                }
                before = hash;
                open.see(row.entry());
                count++;
            }
        }
        String head = Chain.head(handle).hash();
        return head.equals(before)
                ? new Verdict(count, before, Optional.empty(), open.all())
                : broken(count, before, count + 1, Reason.CUT_OFF, open);
    }

    private static Verdict broken(long count, String head, long entry, Reason reason, OpenIntents open) {
        return new Verdict(count, head, Optional.of(new Break(entry, reason)), open.all());
    }
}
