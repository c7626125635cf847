package be.zeef.ledger;

import be.zeef.ledger.seal.Seals;
import be.zeef.ledger.tree.Hash;
import be.zeef.validation.Finding;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Goes through the whole ledger once, recomputes every hash of its chain, and holds its tree against every checkpoint that was signed.
 * Reads one moment, page by page, a page ahead of the hashing; memory does not grow with the entries.
 */
public final class LedgerVerifier {

    private static final String START = "0".repeat(64);

    private final Jdbi jdbi;
    private final Function<Handle, Seals> seals;

    /** Of a ledger that is held against itself alone. */
    public LedgerVerifier(Jdbi jdbi) {
        this(jdbi, handle -> Seals.NONE);
    }

    /** @param sources where its checkpoints are */
    public LedgerVerifier(Jdbi jdbi, Seals.Sources sources) {
        this(jdbi, sources::read);
    }

    private LedgerVerifier(Jdbi jdbi, Function<Handle, Seals> seals) {
        this.jdbi = jdbi;
        this.seals = seals;
    }

    /**
     * What verifying found.
     *
     * @param entries how many were read up to the first break
     * @param head hash of the last good entry
     * @param broken the first entry at which the ledger does not hold, and why; empty when it holds
     * @param open intents read that no outcome follows: of deeds under way, or of a process that died
     * @param sealed how many entries, from the first on, are those of a checkpoint
     * @param seals what does not hold of the checkpoints themselves
     */
    public record Verdict(
            long entries,
            String head,
            Optional<Break> broken,
            List<OpenIntent> open,
            long sealed,
            List<Finding> seals) {
        public boolean holds() {
            return broken.isEmpty() && seals.isEmpty();
        }
    }

    /**
     * Where the ledger breaks.
     *
     * @param last the same entry; of {@link Reason#REWRITTEN} the last that it may be
     */
    public record Break(long entry, long last, Reason reason) {

        Break(long entry, Reason reason) {
            this(entry, entry, reason);
        }
    }

    /** Why the ledger breaks at an entry. */
    public enum Reason {
        /** The number before it is not there: an entry was removed or put in between. */
        GAP,
        /** Its hash is not the one that its content and the entry before it give: it was altered. */
        ALTERED,
        /** The ledger's end, or a checkpoint of more entries, says that it was not the last: entries were cut off at the end. */
        CUT_OFF,
        /** Its content went, and no later entry says that just that was removed when it might be kept no longer; or one says so, and it is there. */
        TAKEN_AWAY,
        /** The chain holds, but its entries are not those that were sealed: one was altered, and the chain computed anew. */
        REWRITTEN
    }

    public Verdict verify() {
        return jdbi.withHandle(handle -> {
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            handle.begin();
            try {
                return walk(handle);
            } finally {
                handle.rollback();
            }
        });
    }

    /** Within a transaction that sees one moment. */
    Verdict walk(Handle handle) {
        return walk(handle, seals.apply(handle));
    }

    /** Held against what was found to be sealed. */
    static Verdict walk(Handle handle, Seals found) {
        Walk walk = new Walk(found);
        try (var rows = Chain.links(handle)) {
            while (rows.hasNext() && walk.broken.isEmpty()) {
                walk.broken = walk.see(rows.next());
            }
        }
        if (walk.broken.isEmpty()) {
            walk.broken = walk.end(Chain.headIfAny(handle));
        }
        return new Verdict(walk.count, walk.before, walk.broken, walk.open.all(), walk.sealed.upTo(), found.findings());
    }

    /** One way through the entries. */
    private static final class Walk {

        private final MessageDigest digest = Ledger.sha256();
        private final OpenIntents open = new OpenIntents();
        private final SealedEntries sealed;
        private final Removals removals = new Removals();
        private long count;
        private String before = START;
        private Optional<Break> broken = Optional.empty();

        Walk(Seals seals) {
            this.sealed = new SealedEntries(seals.checkpoints());
        }

        Optional<Break> see(Chain.Link row) {
            Entry entry = row.entry();
            if (entry.id() != count + 1) {
                return Optional.of(new Break(entry.id(), Reason.GAP));
            }
            if (entry.isEmptied()) {
                return seeEmptied(entry, row.hash());
            }
            byte[] leaf = entry.leaf();
            String hash = Entry.hash(digest, before, leaf);
            if (!hash.equals(row.hash())) {
                return Optional.of(new Break(entry.id(), Reason.ALTERED));
            }
            Optional<Long> taken = removals.brokenBy(entry);
            if (taken.isPresent()) {
                return Optional.of(new Break(taken.get(), Reason.TAKEN_AWAY));
            }
            if (!sealed.see(leaf)) {
                return Optional.of(new Break(sealed.upTo() + 1, entry.id(), Reason.REWRITTEN));
            }
            before = hash;
            open.see(entry);
            count++;
            return Optional.empty();
        }

        /** Of one whose content went the chain has nothing to say: the tree has, and the entry that removed it. */
        private Optional<Break> seeEmptied(Entry entry, String hash) {
            if (!entry.isEmpty()) {
                return Optional.of(new Break(entry.id(), Reason.ALTERED));
            }
            try {
                Hash leaf = Hash.ofBase64(entry.body());
                removals.see(new RemovedEntry(entry.id(), leaf, hash), entry.syncId());
                if (!sealed.see(leaf)) {
                    return Optional.of(new Break(sealed.upTo() + 1, entry.id(), Reason.REWRITTEN));
                }
            } catch (IllegalArgumentException e) {
                return Optional.of(new Break(entry.id(), Reason.ALTERED));
            }
            before = hash;
            count++;
            return Optional.empty();
        }

        Optional<Break> end(Optional<Chain.Head> head) {
            if (removals.unnamed().isPresent()) {
                return Optional.of(new Break(removals.unnamed().get(), Reason.TAKEN_AWAY));
            }
            boolean last = head.equals(Optional.of(new Chain.Head(count, before)));
            return last && sealed.isAll() ? Optional.empty() : Optional.of(new Break(count + 1, Reason.CUT_OFF));
        }
    }
}
