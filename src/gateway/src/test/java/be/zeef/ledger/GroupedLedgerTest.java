package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.ledger.event.SyncStarted;
import be.zeef.storage.Meeting;
import be.zeef.storage.OnEachDatabase;
import be.zeef.validation.Report;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Entries that are written together are each what they would be alone. */
@OnEachDatabase
class GroupedLedgerTest {

    private static final int MANY = 30;
    private static final Note NOTE = new SyncEnded("DONE");

    private final Jdbi jdbi;
    private final Handle handle;
    private final Ledger ledger;

    GroupedLedgerTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
        this.ledger = new Ledger(
                jdbi,
                Clock.systemUTC(),
                (any, agreement) -> {
                    if (agreement.equals("halted")) {
                        throw new HaltedException(new Report(agreement, List.of(), Map.of()));
                    }
                },
                (any, agreement, subject) -> false);
    }

    private LedgerVerifier.Verdict verify() {
        return new LedgerVerifier(jdbi).verify();
    }

    /** Another has the chain's end, and all wait; then all are there, each once. */
    @Test
    void shouldFollowTheOneWhoHadTheEnd(Meeting meeting) {
        ExecutorService many = Executors.newFixedThreadPool(MANY);
        try (Handle first = jdbi.open()) {
            first.begin();
            ledger.append(first, "a", 0, NOTE);
            List<CompletableFuture<Long>> ends = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                ends.add(CompletableFuture.supplyAsync(() -> ledger.append("a", 0, NOTE), many));
            }
            meeting.meanwhile(() -> ledger.append("a", 0, NOTE));
            assertThat(ends).noneMatch(CompletableFuture::isDone);
            first.commit();

            assertThat(ends.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
        } finally {
            many.shutdownNow();
        }
        ledger.append("a", 0, NOTE);
        assertThat(verify().holds()).isTrue();
        assertThat(verify().entries()).isEqualTo(MANY + 3);
    }

    @Test
    void shouldRefuseOnlyWhatMayNotGoOn() {
        Note started = new SyncStarted("v", LocalDate.of(2026, 7, 16), "d", 1, 0);
        List<Object> ends = Meeting.<Object>atOnce(16, number -> {
            try {
                return ledger.append(number % 2 == 0 ? "halted" : "a", number, started);
            } catch (HaltedException e) {
                return e;
            }
        });

        IntStream.range(0, 16)
                .forEach(i -> assertThat(ends.get(i)).isInstanceOf(i % 2 == 1 ? HaltedException.class : Long.class));
        assertThat(verify().holds()).isTrue();
        assertThat(verify().entries()).isEqualTo(8);
    }

    @Test
    void shouldFailAloneWhatIsTooLong_whateverIsWrittenWithIt() {
        List<Object> ends = Meeting.<Object>atOnce(16, number -> {
            try {
                return ledger.append(number == 7 ? "x".repeat(5000) : "a", number, NOTE);
            } catch (RuntimeException e) {
                return e;
            }
        });

        assertThat(ends).filteredOn(Long.class::isInstance).hasSize(15);
        assertThat(verify().holds()).isTrue();
        assertThat(verify().entries()).isEqualTo(15);
    }

    /** It would wait for ever for the end that its own thread has. */
    @Test
    void shouldBePartOfTheTransaction_thatItsThreadIsIn() {
        assertThatThrownBy(() -> jdbi.useTransaction(one -> {
                    ledger.append(one, "a", 0, NOTE);
                    assertThat(ledger.append("a", 0, NOTE)).isEqualTo(2);
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");

        assertThat(Ledger.length(handle)).isZero();
    }
}
