package be.zeef.ledger;

import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A ledger in a database of its own, and what stands in it. */
final class TestLedger implements AutoCloseable {

    private final Storage storage;
    final Ledger ledger;

    TestLedger(Path folder, Clock clock) {
        storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("ledger"), "zeef", "secret"), Clock.systemUTC());
        ledger = new Ledger(storage.jdbi(), clock);
    }

    Jdbi jdbi() {
        return storage.jdbi();
    }

    /** Every entry as kind and body. */
    List<String> entries() {
        return jdbi().withHandle(
                        handle -> handle.createQuery("select kind || ' ' || body from ledger_entry order by id")
                                .mapTo(String.class)
                                .list());
    }

    List<Long> open() {
        LedgerVerifier.Verdict verdict = new LedgerVerifier(jdbi()).verify();
        if (!verdict.holds()) {
            throw new AssertionError("the chain does not hold");
        }
        return verdict.open().stream().map(OpenIntent::entry).toList();
    }

    @Override
    public void close() {
        storage.close();
    }
}
