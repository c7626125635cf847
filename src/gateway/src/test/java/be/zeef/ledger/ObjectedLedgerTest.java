package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.GrantedByHand;
import be.zeef.ledger.event.QuestionIntent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** About somebody who objected nothing is asked, granted or delivered, for its entry is not written; what ends something is. */
class ObjectedLedgerTest {

    private static final String OBJECTOR = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private static Ledger ledger(TestLedger open) {
        return new Ledger(
                open.jdbi(),
                Clock.systemUTC(),
                Halts.NEVER,
                (handle, agreement, subject) -> agreement.equals("a") && subject.equals(OBJECTOR));
    }

    @Test
    void shouldNotCall_norDeliver_norGrantByHand() {
        try (TestLedger open = new TestLedger(folder, Clock.systemUTC())) {
            Ledger ledger = ledger(open);
            Deeds deeds = new Deeds(ledger, "a", 1);
            AtomicInteger done = new AtomicInteger();

            assertThatThrownBy(() -> deeds.around(new CallIntent.OfPerson("s", "r", OBJECTOR), () -> {
                        done.incrementAndGet();
                        return Deeds.End.of(1, new CallOutcome.Ended("OK"));
                    }))
                    .isInstanceOf(ObjectedException.class);
            assertThatThrownBy(() -> deeds.around(new DeliveryIntent.OfTariff("v1", "uitpas", OBJECTOR, DAY), () -> {
                        done.incrementAndGet();
                        return Deeds.End.of(1, new DeliveryOutcome.OfTariff("ACCEPTED", ""));
                    }))
                    .isInstanceOf(ObjectedException.class);
            assertThatThrownBy(() -> ledger.append("a", 0, byHand(OBJECTOR))).isInstanceOf(ObjectedException.class);
            assertThat(done).hasValue(0);
            assertThat(open.entries()).isEmpty();
        }
    }

    @Test
    void shouldGoOnAboutOthers_underOtherAgreements_andWithWhatEnds() {
        try (TestLedger open = new TestLedger(folder, Clock.systemUTC())) {
            Ledger ledger = ledger(open);

            assertThatCode(() -> ledger.append("a", 0, byHand(OTHER))).doesNotThrowAnyException();
            assertThatCode(() -> ledger.append("b", 0, byHand(OBJECTOR))).doesNotThrowAnyException();
            new Deeds(ledger, "a", 1)
                    .around(
                            new CallIntent.OfEnding("s", "r", OBJECTOR),
                            () -> Deeds.End.of(1, new CallOutcome.Ended("OK")));
            assertThat(open.entries()).hasSize(4);
        }
    }

    /** What a clerk typed, and was told, is kept: nobody was asked for it. */
    @Test
    void shouldKeepThatAClerkAsked() {
        assertThat(new QuestionIntent("v1", OBJECTOR, "balie/an", DAY).goesOnAbout())
                .isEmpty();
    }

    private static GrantedByHand byHand(String subject) {
        return new GrantedByHand("v1", subject, "an", "a proof", DAY, DAY, "GRANTED");
    }
}
