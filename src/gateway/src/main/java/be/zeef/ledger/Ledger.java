package be.zeef.ledger;

import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.Note;
import be.zeef.ledger.group.GroupCommit;
import be.zeef.ledger.group.UnwrittenException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.HandleSupplier;

/**
 * Appends to the ledger. An entry written through a {@link Handle} is committed or rolled back with the transaction it
 * stands in; the chain's end is locked until then, so entries of two nodes never fork it. Thread-safe.
 */
public final class Ledger {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Admission admission;
    private final GroupCommit<Wanted> group;

    /** One that is never halted: for whoever only writes what ended, was refused or is put right. */
    public Ledger(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, Halts.NEVER, Objectors.NOBODY);
    }

    /**
     * @param halts asked before each entry that goes on with something ({@link be.zeef.ledger.event.EntryKind#goesOn})
     * @param objectors asked before each that goes on with something about one person ({@link be.zeef.ledger.event.Event#goesOnAbout})
     */
    public Ledger(Jdbi jdbi, Clock clock, Halts halts, Objectors objectors) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.admission = new Admission(halts, objectors);
        this.group = new GroupCommit<>("zeef-ledger", jdbi, handle -> ChainEnd.lock(handle, clock, admission));
    }

    /** @throws HaltedException when nothing may go on under this agreement */
    public void requireGoingOn(String agreement) {
        jdbi.useHandle(handle -> admission.halts().require(handle, agreement));
    }

    /** The same within this transaction. */
    public void requireGoingOn(Handle handle, String agreement) {
        admission.halts().require(handle, agreement);
    }

    /**
     * Whether nothing may be asked, granted or delivered about this person, who objected or is restricted.
     *
     * @param subject the person's pseudonym under the agreement
     */
    public boolean isObjected(String agreement, String subject) {
        return jdbi.withHandle(handle -> isObjected(handle, agreement, subject));
    }

    /** The same within this transaction. */
    public boolean isObjected(Handle handle, String agreement, String subject) {
        return admission.objectors().has(handle, agreement, subject);
    }

    /** Works in one transaction, for entries that belong to what is stored with them. */
    void inTransaction(Consumer<Handle> work) {
        jdbi.useTransaction(work::accept);
    }

    /**
     * Appends in a transaction of its own, which it may share with others who do the same at this moment: when this returns, the entry will be
     * found again after a crash. Within a transaction of this thread's it is part of that one.
     *
     * @throws UnwrittenException when the database does not take it
     */
    public long append(String agreement, long syncId, Note note) {
        return append(agreement, syncId, Draft.of(note));
    }

    /**
     * Appends within this transaction; returns the entry's id.
     *
     * @param syncId the run it belongs to, 0 for none
     * @throws IllegalArgumentException when a person's number may stand in what people wrote ({@link Written})
     * @throws HaltedException when it goes on with something, and nothing may
     * @throws ObjectedException when it goes on with something about somebody who objected
     */
    public long append(Handle handle, String agreement, long syncId, Note note) {
        return append(handle, agreement, syncId, Draft.of(note));
    }

    /** For {@link Deeds}: who cannot write an intent cannot forget its outcome. */
    long append(String agreement, long syncId, Draft draft) {
        HandleSupplier around = jdbi.getHandleScope().get();
        return around != null && around.getHandle().isInTransaction()
                ? append(around.getHandle(), agreement, syncId, draft)
                : group.write(new Wanted(agreement, syncId, draft));
    }

    long append(Handle handle, String agreement, long syncId, Draft draft) {
        ChainEnd end = ChainEnd.lock(handle, clock, admission);
        long id = end.place(new Wanted(agreement, syncId, draft));
        end.store();
        return id;
    }

    /** Nobody else appends until this transaction ends. */
    public static void lock(Handle handle) {
        Chain.lock(handle);
    }

    /** How many entries there are. */
    public static long length(Handle handle) {
        return Chain.head(handle).id();
    }

    /** Whether it has vouched for any rows yet. */
    public static boolean hasRows(Handle handle) {
        try (var entries = Chain.ofKind(handle, EntryKind.ROWS_WRITTEN.name())) {
            return entries.hasNext();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
