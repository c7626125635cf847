package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of the ledger's tables. */
class ChainTest {

    private static final Note NOTE = new SyncEnded("DONE");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void holds_whoeverAppendsAtOnce(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
            IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> ledger.append("a", i, NOTE)))
                    .toList()
                    .forEach(CompletableFuture::join);

            LedgerVerifier.Verdict verdict = new LedgerVerifier(storage.jdbi()).verify();
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.entries()).isEqualTo(40);
            assertThat(storage.jdbi().<Long, RuntimeException>withHandle(Ledger::length))
                    .isEqualTo(40);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAnEntry_withTheTransactionItStandsIn(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
            assertThatThrownBy(() -> storage.jdbi().useTransaction(handle -> {
                        ledger.append(handle, "a", 0, NOTE);
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            ledger.append("a", 0, NOTE);
            assertThat(new LedgerVerifier(storage.jdbi()).verify().entries()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatItRecorded_andClosesWhatDiedOnce(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
            Deeds deeds = new Deeds(ledger, "a", 7);
            storage.jdbi()
                    .useTransaction(
                            handle -> deeds.intend(handle, new QuestionFileIntent("LIST", "f.xml", "r-1", 2, "d")));
            ledger.append("a", 7, NOTE);

            List<String> files = new ArrayList<>();
            storage.jdbi()
                    .useTransaction(handle -> Recorded.questionFiles(
                            handle,
                            each -> files.add(
                                    each.sync() + " " + each.body().path("file").asText())));
            assertThat(files).containsExactly("7 f.xml");

            Abandoned abandoned = new Abandoned(storage.jdbi(), ledger, Clock.systemUTC());
            assertThat(abandoned.close(abandoned.head())).isOne();
            assertThat(abandoned.close(abandoned.head())).isZero();
            assertThat(storage.jdbi().<Long, RuntimeException>withHandle(Chain::settled))
                    .isEqualTo(3);
        }
    }
}
