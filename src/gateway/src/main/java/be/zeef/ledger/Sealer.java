package be.zeef.ledger;

import be.zeef.ledger.seal.Checkpoint;
import be.zeef.ledger.seal.Checkpoints;
import be.zeef.ledger.seal.ForeignNoteException;
import be.zeef.ledger.seal.Note;
import be.zeef.ledger.seal.NoteKey;
import be.zeef.ledger.seal.SecondPlace;
import be.zeef.ledger.seal.ShelfException;
import be.zeef.ledger.stamp.Stamper;
import be.zeef.ledger.stamp.Stamping;
import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hasher;
import be.zeef.security.OwnKey;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Signs what the ledger is, and puts that into the database and into its second place. Each checkpoint goes on from the one before it, so
 * that no key ever signs a tree that does not begin with what it signed before; and where the second place knows more than the
 * database, or something else, nothing is signed. Reads only the entries since. Thread-safe.
 */
public final class Sealer {

    /** How long checkpoints that the second place lacks are put there, one after the other: whoever waits is a run at its end. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final OwnKey key;
    private final Optional<SecondPlace> place;
    private final Clock clock;
    private final Optional<Stamping> stamping;

    /** @param key made on first use */
    public Sealer(Jdbi jdbi, OwnKey key, Optional<SecondPlace> place, Clock clock) {
        this(jdbi, key, place, Optional.empty(), clock);
    }

    /** @param stamper who says when each checkpoint was there; empty for nobody */
    public Sealer(Jdbi jdbi, OwnKey key, Optional<SecondPlace> place, Optional<Stamper> stamper, Clock clock) {
        this.stamping = stamper.map(one -> new Stamping(jdbi, one));
        this.jdbi = jdbi;
        this.key = key;
        this.place = place;
        this.clock = clock;
    }

    /**
     * How sealing ended.
     *
     * @param note the checkpoint of all entries, signed; empty where there is nothing to seal, or was refused
     * @param report why it was refused, or that the second place could not be reached
     */
    public record Outcome(Optional<Note> note, Report report) {

        /** What was sealed. */
        public Optional<Checkpoint> newest() {
            return note.map(Note::checkpoint);
        }
    }

    /**
     * Seals what is not sealed yet; without anything new the newest checkpoint stays. Then the second place is given what it lacks; where it
     * cannot be reached, or does not take all in {@link #PATIENCE}, a later time does that.
     */
    public synchronized Outcome seal() {
        Findings findings = new Findings();
        if (place.isEmpty()) {
            return seal(Optional.empty(), findings);
        }
        try (SecondPlace.Visit visit = place.get().visit()) {
            return seal(Optional.of(visit), findings);
        } catch (ShelfException e) {
            findings.add(e.finding());
            return seal(Optional.empty(), findings);
        }
    }

    private Outcome seal(Optional<SecondPlace.Visit> visit, Findings findings) {
        Optional<Note> newest = Optional.empty();
        try {
            Optional<SecondPlace.Kept> kept = newestKept(visit, findings);
            Optional<Checkpoints.Sealed> sealed = sealed(kept);
            newest = sealed.map(Checkpoints.Sealed::note);
            if (visit.isPresent() && newest.isPresent() && !findings.refused()) {
                copy(visit.get(), kept.map(SecondPlace.Kept::size).orElse(0L), newest.get(), findings);
            }
        } catch (RefusedException e) {
            findings.add(e.finding);
        } catch (ShelfException e) {
            findings.add(e.finding());
        }
        if (newest.isPresent()) {
            stamping.ifPresent(each -> each.run(findings));
        }
        return new Outcome(newest, findings.report("ledger"));
    }

    private static Optional<SecondPlace.Kept> newestKept(Optional<SecondPlace.Visit> visit, Findings findings) {
        try {
            return visit.isPresent() ? visit.get().newest() : Optional.empty();
        } catch (ShelfException e) {
            findings.add(e.finding());
            return Optional.empty();
        }
    }

    /** Who seals the same entries at the same moment elsewhere makes the same checkpoint: then that one is found, and gone on from. */
    private Optional<Checkpoints.Sealed> sealed(Optional<SecondPlace.Kept> kept) throws RefusedException {
        while (true) {
            try {
                return jdbi.inTransaction(handle -> seal(handle, kept));
            } catch (UnableToExecuteStatementException e) {
                if (!Checkpoints.isThere(e)) {
                    throw e;
                }
            }
        }
    }

    private Optional<Checkpoints.Sealed> seal(Handle handle, Optional<SecondPlace.Kept> kept) throws RefusedException {
        // the checkpoint first: entries may come in between, and then it must not look as if they had gone
        Optional<Checkpoints.Row> row = Checkpoints.newest(handle);
        long length = Chain.head(handle).id();
        if (length == 0 && row.isEmpty() && kept.isEmpty()) {
            return Optional.empty();
        }
        PrivateKeyEntry pair = key.identity(clock);
        NoteKey name = new NoteKey(pair.getCertificate().getPublicKey());
        CompactRange tree = new CompactRange();
        if (kept.isPresent()) {
            requireKnown(handle, kept.get(), name, length);
        }
        if (row.isPresent()) {
            Checkpoints.Sealed before = open(row.get(), name);
            if (before.note().size() == length) {
                return Optional.of(before);
            }
            tree = before.tree();
        }
        add(handle, tree, length);
        Checkpoints.Sealed sealed = new Checkpoints.Sealed(name.sign(length, tree.root(), pair.getPrivateKey()), tree);
        Checkpoints.add(handle, sealed);
        return Optional.of(sealed);
    }

    private static void requireKnown(Handle handle, SecondPlace.Kept kept, NoteKey name, long length)
            throws RefusedException {
        if (!kept.isOf(name)) {
            throw RefusedException.of("ledger.second-foreign", kept.size());
        }
        if (kept.size() > length) {
            throw RefusedException.of("ledger.cut", length, kept.size());
        }
        if (Checkpoints.of(handle, kept.size())
                .filter(row -> row.note().equals(kept.text()))
                .isEmpty()) {
            throw RefusedException.of("ledger.second-alone", kept.size());
        }
    }

    private static Checkpoints.Sealed open(Checkpoints.Row row, NoteKey name) throws RefusedException {
        try {
            return row.open(name);
        } catch (ForeignNoteException e) {
            throw RefusedException.of("ledger.seal-foreign", row.size());
        }
    }

    /** Lets the tree grow to the ledger's length by the entries that it lacks. */
    private static void add(Handle handle, CompactRange tree, long length) throws RefusedException {
        if (tree.size() > length) {
            throw RefusedException.of("ledger.cut", length, tree.size());
        }
        Hasher hasher = new Hasher();
        try (var entries = Chain.after(handle, tree.size())) {
            while (tree.size() < length) {
                long next = tree.size() + 1;
                if (!entries.hasNext()) {
                    throw RefusedException.of("ledger.gap", next);
                }
                Entry entry = entries.next();
                if (entry.id() != next) {
                    throw RefusedException.of("ledger.gap", next);
                }
                tree.add(entry.leafHash(hasher));
            }
        }
    }

    private void copy(SecondPlace.Visit to, long arrived, Note newest, Findings findings)
            throws ShelfException, RefusedException {
        NoteKey name = new NoteKey(key.certificate().getPublicKey());
        List<Checkpoints.Row> rows = jdbi.withHandle(handle -> Checkpoints.after(handle, arrived));
        rows.stream()
                .filter(row -> row.size() < newest.size())
                .findFirst()
                .ifPresent(first -> findings.add(Finding.warning(
                        "ledger.second-behind",
                        Location.WHOLE,
                        String.valueOf(arrived),
                        String.valueOf(first.size()))));
        long begun = System.nanoTime();
        for (Checkpoints.Row row : rows) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                return;
            }
            to.keep(open(row, name).note());
        }
    }

    /** What is wrong is a value for whoever seals; in here it ends the transaction. */
    private static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        private RefusedException(Finding finding) {
            super(finding.code());
            this.finding = finding;
        }

        static RefusedException of(String code, long... numbers) {
            return new RefusedException(Finding.error(
                    code,
                    Location.WHOLE,
                    Arrays.stream(numbers).mapToObj(String::valueOf).toArray(String[]::new)));
        }
    }
}
