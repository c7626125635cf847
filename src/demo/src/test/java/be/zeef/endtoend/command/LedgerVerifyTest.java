package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.OpenIntent;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
            try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
                Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
                Deeds deeds = new Deeds(ledger, "test", 0);
                deeds.around(
                        new CallIntent.OfPerson("s", "r", ""), () -> Deeds.End.of("", new CallOutcome.Ended("OK")));
                storage.jdbi()
                        .useTransaction(
                                handle -> deeds.intend(handle, new QuestionFileIntent("LIST", "f", "r", 1, "")));
            }
            assertThat(entriesWithoutOutcome(settings)).containsExactly(3L);

            new Gateway(settings, Today.wallClock()).close();

            assertThat(entriesWithoutOutcome(settings)).isEmpty();
            try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
                assertThat(storage.jdbi().<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                        "select kind || body from ledger_entry where id > 3")
                                .mapTo(String.class)
                                .list()))
                        .containsExactly("QUESTION_OUTCOME{\"code\":\"NOT_KNOWN\",\"referte\":\"r\"}");
            }
        }
    }

    private static List<Long> entriesWithoutOutcome(Settings settings) {
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            return new LedgerVerifier(storage.jdbi())
                    .verify().open().stream().map(OpenIntent::entry).toList();
        }
    }
}
