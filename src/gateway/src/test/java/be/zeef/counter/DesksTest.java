package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.question.QuestionDesk;
import be.zeef.question.QuestionPlan;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DesksTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    /** A desk that was made before is not used either. */
    @Test
    void shouldRefuseWith503_fromTheMomentThatTheAgreementWasEdited() {
        AtomicBoolean edited = new AtomicBoolean();
        UnchangedAgreements standing = new UnchangedAgreements(
                agreement -> {
                    if (edited.get()) {
                        Findings findings = new Findings();
                        findings.add(Finding.fatal("agreement.changed", Location.WHOLE, "mappings/rules/town.dmn"));
                        throw new InvalidMessageException(findings.report(agreement));
                    }
                },
                edited::get);
        DesksInUse desks = new DesksInUse(
                (agreement, on) ->
                        new QuestionDesk(new QuestionPlan(agreement, "v", Optional.empty()), null, null, null),
                standing,
                new TestClock(Instant.parse("2026-07-16T10:00:00Z")));
        assertThat(desks.desk("town", ON)).isNotNull();

        edited.set(true);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> desks.desk("town", ON));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.finding().code()).isEqualTo("counter.changed");

        edited.set(false);
        assertThat(desks.desk("town", ON)).isNotNull();
    }

    /** To refuse takes as much reading as to answer, so whoever asks for such a day again and again does not have it all read. */
    @Test
    void shouldReadOnce_whatItRefusesAgainAndAgain_untilAMinuteLater() {
        TestClock clock = new TestClock(Instant.parse("2026-07-16T10:00:00Z"));
        AtomicInteger read = new AtomicInteger();
        DesksInUse desks = new DesksInUse(
                (agreement, on) -> {
                    read.incrementAndGet();
                    Findings findings = new Findings();
                    findings.add(Finding.fatal("agreement.not-valid-on", Location.WHOLE, on.toString()));
                    throw new InvalidMessageException(findings.report(agreement));
                },
                new UnchangedAgreements(agreement -> {}, () -> false),
                clock);

        for (int time = 0; time < 50; time++) {
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> desks.desk("town", ON));
            assertThat(refused.status()).isEqualTo(404);
        }
        assertThat(read).hasValue(1);

        clock.move(Duration.ofMinutes(2));
        catchThrowableOfType(ProblemException.class, () -> desks.desk("town", ON));
        assertThat(read).as("an approval may have come meanwhile").hasValue(2);
    }
}
