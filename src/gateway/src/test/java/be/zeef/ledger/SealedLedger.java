package be.zeef.ledger;

import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.ReceiptRead;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.ledger.seal.FolderShelf;
import be.zeef.ledger.seal.NoteKey;
import be.zeef.ledger.seal.Seals;
import be.zeef.ledger.seal.SecondPlace;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A ledger whose key and second place lie in a test's folder, and what somebody who writes its whole database can do to it. */
final class SealedLedger {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T08:00:00Z"), ZoneOffset.UTC);

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final OwnKey key;
    private final SecondPlace place;
    private final Sealer sealer;

    SealedLedger(Jdbi jdbi, Path folder) {
        this.jdbi = jdbi;
        this.ledger = new Ledger(jdbi, CLOCK);
        this.key = OwnKey.ofLedger(Keys.in(folder.resolve("keys")));
        this.place = new SecondPlace(new FolderShelf(folder.resolve("second")));
        this.sealer = new Sealer(jdbi, key, Optional.of(place), CLOCK);
    }

    /** Each is another. */
    void append(int entries) {
        jdbi.useTransaction(handle -> {
            for (int i = 0; i < entries; i++) {
                Note note = i % 2 == 0 ? new SyncEnded("DONE-" + i) : received(i);
                ledger.append(handle, "gent-huisvuilzakken", Ledger.length(handle), note);
            }
        });
    }

    /** With a digest of what came, its size, and who signed it. */
    private static Note received(int i) {
        Event.Wire wire = new Event.Wire("", "keyed:" + i, 100L + i, "c" + i);
        return new ReceiptRead.Technical("D-" + i, "OK", i, List.of(wire));
    }

    Sealer.Outcome seal() {
        return sealer.seal();
    }

    /** As another process has one. */
    Sealer sealerOfItsOwn() {
        return new Sealer(jdbi, key, Optional.of(place), CLOCK);
    }

    PrivateKey secret() {
        return key.identity(CLOCK).getPrivateKey();
    }

    NoteKey key() {
        return new NoteKey(certificate().getPublicKey());
    }

    X509Certificate certificate() {
        return (X509Certificate) key.identity(CLOCK).getCertificate();
    }

    SecondPlace place() {
        return place;
    }

    /** Held against the second place, too. */
    LedgerVerifier verifier() {
        return new LedgerVerifier(jdbi, sources());
    }

    /** The database and the second place. */
    Seals.Sources sources() {
        return new Seals.Sources(Optional.of(key()), Optional.of(place));
    }

    /** Held against what is in the database alone. */
    LedgerVerifier verifierWithoutSecondPlace() {
        return new LedgerVerifier(jdbi, sourcesWithoutSecondPlace());
    }

    Seals.Sources sourcesWithoutSecondPlace() {
        return new Seals.Sources(Optional.of(key()), Optional.empty());
    }

    /** Computes the hash of this entry and of all after it anew, and sets the ledger's end to the last. */
    static void compute(Handle handle, long from) {
        var digest = Ledger.sha256();
        String before = from == 1 ? "0".repeat(64) : hash(handle, from - 1);
        List<Entry> entries = new ArrayList<>();
        try (var rows = Chain.after(handle, from - 1)) {
            rows.forEachRemaining(entries::add);
        }
        var batch = handle.prepareBatch("update ledger_entry set hash = :hash where id = :id");
        for (Entry entry : entries) {
            before = entry.hash(digest, before);
            batch.bind("hash", before).bind("id", entry.id()).add();
        }
        if (!entries.isEmpty()) {
            batch.execute();
        }
        end(handle, before);
    }

    /** Sets the ledger's end to its last entry. */
    static void end(Handle handle, String hash) {
        handle.createUpdate("update ledger_head set id = (select coalesce(max(id), 0) from ledger_entry), hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    static String hash(Handle handle, long id) {
        return id == 0
                ? "0".repeat(64)
                : handle.createQuery("select hash from ledger_entry where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one();
    }
}
