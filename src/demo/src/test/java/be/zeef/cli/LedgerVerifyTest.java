package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.OpenIntent;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that died left in the ledger is told, closed by the next start, and then no longer told. */
class LedgerVerifyTest {

    @TempDir
    Path folder;

    @Test
    void tellsOfIntentsWithoutOutcome_untilTheNextStartClosesThem() throws Exception {
        try (TestCity city = new TestCity(folder, 10)) {
            Settings settings = city.settings();
            try (Storage storage = Storage.open(settings.database())) {
                Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
                ledger.append(EntryKind.CALL_INTENT, "test", 0, Map.of("service", "s", "referte", "r"));
                ledger.append(EntryKind.CALL_OUTCOME, "test", 0, Map.of("intent", 1, "code", "OK"));
                ledger.append(EntryKind.DELIVERY_INTENT, "test", 0, Map.of("delivery", "d"));
            }
            assertThat(entriesWithoutOutcome(settings)).containsExactly(3L);

            new Gateway(settings, Today.wallClock()).close();

            assertThat(entriesWithoutOutcome(settings)).isEmpty();
            try (Storage storage = Storage.open(settings.database())) {
                assertThat(storage.jdbi().<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                        "select kind || body from ledger_entry where id > 3")
                                .mapTo(String.class)
                                .list()))
                        .containsExactly("DELIVERY_OUTCOME{\"code\":\"NOT_KNOWN\",\"intent\":3}");
            }
        }
    }

    private static List<Long> entriesWithoutOutcome(Settings settings) {
        try (Storage storage = Storage.open(settings.database())) {
            return new LedgerVerifier(storage.jdbi())
                    .verify().open().stream().map(OpenIntent::entry).toList();
        }
    }
}
