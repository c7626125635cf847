package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.QuestionFileOutcome;
import be.zeef.ledger.event.Sending;
import be.zeef.validation.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes on under an agreement is an entry first, and of one that is halted no such entry is written: no door is left. */
class HaltedLedgerTest {

    /** What an officer who suspends must be sure of: nothing is asked, decided, granted, packed, delivered, released or paid. */
    private static final EnumSet<EntryKind> GO_ON = EnumSet.of(
            EntryKind.SYNC_STARTED,
            EntryKind.CALL_INTENT,
            EntryKind.QUESTION_INTENT,
            EntryKind.DECIDED,
            EntryKind.DELIVERY_PACKED,
            EntryKind.DELIVERY_INTENT,
            EntryKind.RELEASED,
            EntryKind.ASKED,
            EntryKind.CLAIM_INTENT,
            EntryKind.GRANTED_BY_HAND);

    @TempDir
    Path folder;

    private final AtomicBoolean halted = new AtomicBoolean(true);

    private Ledger ledger(TestLedger open) {
        return new Ledger(
                open.jdbi(),
                Clock.systemUTC(),
                (handle, agreement) -> {
                    if (halted.get()) {
                        throw new HaltedException(new Report(agreement, List.of(), Map.of()));
                    }
                },
                Objectors.NOBODY);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteOnlyWhatGoesOnWithNothing(EntryKind kind) {
        try (TestLedger open = new TestLedger(folder, Clock.systemUTC())) {
            Ledger ledger = ledger(open);
            Draft draft = new Draft(kind, Map.of(), Optional.empty());
            if (GO_ON.contains(kind)) {
                assertThatThrownBy(() -> ledger.append("a-town", 0, draft)).isInstanceOf(HaltedException.class);
                assertThat(open.entries()).isEmpty();
            } else {
                assertThatCode(() -> ledger.append("a-town", 0, draft)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void shouldDoNothing_whoseIntentCannotBeWritten_andFinishWhatIsUnderWay() {
        try (TestLedger open = new TestLedger(folder, Clock.systemUTC())) {
            Deeds deeds = new Deeds(ledger(open), "a-town", 1);
            AtomicInteger calls = new AtomicInteger();
            CallIntent intent = new CallIntent.OfPerson("s", "r", "ab".repeat(32));

            assertThatThrownBy(() -> call(deeds, intent, calls)).isInstanceOf(HaltedException.class);
            assertThatThrownBy(() -> deeds.concluding("r", () -> {
                        calls.incrementAndGet();
                        return Deeds.End.of(true, new QuestionFileOutcome(Sending.SENT));
                    }))
                    .isInstanceOf(HaltedException.class);
            assertThat(calls).hasValue(0);
            assertThat(open.entries()).isEmpty();

            halted.set(false);
            deeds.around(intent, () -> {
                halted.set(true);
                return Deeds.End.of(true, new CallOutcome.Ended("OK"));
            });
            assertThat(open.entries()).hasSize(2);
            assertThat(open.open()).as("every intent has its outcome").isEmpty();
        }
    }

    private static boolean call(Deeds deeds, CallIntent intent, AtomicInteger calls) {
        return deeds.around(intent, () -> {
            calls.incrementAndGet();
            return Deeds.End.of(true, new CallOutcome.Ended("OK"));
        });
    }
}
