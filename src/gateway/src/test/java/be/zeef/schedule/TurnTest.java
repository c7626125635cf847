package be.zeef.schedule;

import static be.zeef.schedule.Fixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.terms.Schedule.Missed;
import be.zeef.schedule.Runner.Ran;
import be.zeef.storage.OnEachDatabase;
import be.zeef.storage.Storage;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What becomes of a moment: run, caught up, told, skipped, tried again, parked, overtaken. */
@OnEachDatabase
class TurnTest {

    private static final Agreement TELLS =
            Fixtures.at("wingene-geboortepremie", "06:00", Missed.TELL, "02-01", "03-01", "04-01");
    private static final Agreement CATCHES =
            Fixtures.at("gent-onderwijs", "06:00", Missed.CATCH_UP, "02-01", "03-01", "04-01");

    private final Jdbi jdbi;
    private final ScheduleDesk desk;
    private final MovedClock clock = new MovedClock("2026-01-10T00:00:00Z");
    private final Heard runner = new Heard();
    private final Turn turn;

    TurnTest(Storage storage) {
        this.jdbi = storage.jdbi();
        this.desk = new ScheduleDesk(storage.connections(), jdbi, clock);
        this.turn = new Turn(jdbi, clock, Fixtures.SETTINGS, runner);
    }

    /** Ends as it is told to, and keeps what it was asked to run. */
    private static final class Heard implements Runner {

        private final List<String> runs = new ArrayList<>();
        private Ran ends = Ran.COMPLETE;
        private Exception fails;
        private String halt = "";
        private Runnable meanwhile = () -> {};

        @Override
        public String halted(String agreement) {
            return halt;
        }

        @Override
        public Ran run(String agreement, LocalDate on, Optional<Instant> begun) throws Exception {
            runs.add(on + (begun.isPresent() ? " again" : ""));
            meanwhile.run();
            if (fails != null) {
                throw fails;
            }
            return ends;
        }
    }

    @Test
    void runsAMomentWhenItComes_andNoneBeforeTheFirstLook() {
        assertThat(take(CATCHES)).hasValue(Instant.parse("2026-02-01T05:00:00Z"));
        at("2026-02-01T04:59:59Z", CATCHES);
        assertThat(runner.runs).isEmpty();
        at("2026-02-01T05:00:00Z", CATCHES);
        at("2026-02-01T05:00:01Z", CATCHES);

        assertThat(runner.runs).containsExactly("2026-02-01");
        assertThat(told(jdbi, CATCHES.id()))
                .containsExactly(
                        "2026-02-01 planned", "2026-03-01 planned", "2026-02-01 begun", "2026-02-01 ended (complete)");
    }

    @Test
    void catchesUpWhatWasMissed_inOrder_eachForItsOwnDay() {
        take(CATCHES);
        assertThat(at("2026-03-20T12:00:00Z", CATCHES)).hasValue(Instant.parse("2026-04-01T04:00:00Z"));

        assertThat(runner.runs).containsExactly("2026-02-01", "2026-03-01");
    }

    @Test
    void tellsWhatWasMissed_andRunsItWhenSomebodyAsks() {
        take(TELLS);
        at("2026-02-01T06:00:01Z", TELLS);
        assertThat(runner.runs).as("an hour and a second").isEmpty();
        assertThat(told(jdbi, TELLS.id())).contains("2026-02-01 missed (late)");
        assertThat(desk.standing(TELLS, 3).isTold()).isTrue();

        desk.runNow(TELLS, LocalDate.of(2026, 2, 1), new ScheduleDesk.Act("an", "the bank was told"));
        take(TELLS);

        assertThat(runner.runs).containsExactly("2026-02-01");
        assertThat(desk.standing(TELLS, 3).isTold()).isFalse();
        Assertions.assertThatThrownBy(
                        () -> desk.runNow(TELLS, LocalDate.of(2026, 2, 1), new ScheduleDesk.Act("an", "once more")))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void skipsWhatIsPaused_andTellsIt_andDoesNotCatchItUp() {
        take(CATCHES);
        desk.pause(CATCHES, new ScheduleDesk.Act("an", "the source moves house"));
        at("2026-02-01T05:00:00Z", CATCHES);
        assertThat(runner.runs).isEmpty();
        assertThat(told(jdbi, CATCHES.id())).contains("2026-02-01 skipped (paused)");
        assertThat(desk.standing(CATCHES, 3).pause())
                .hasValueSatisfying(pause -> assertThat(pause.clerk()).isEqualTo("an"));

        desk.resume(CATCHES, new ScheduleDesk.Act("bo", "it moved"));
        at("2026-02-02T05:00:00Z", CATCHES);
        assertThat(runner.runs).isEmpty();
        at("2026-03-01T05:00:00Z", CATCHES);

        assertThat(runner.runs).containsExactly("2026-03-01");
    }

    @Test
    void skipsWhatAnOfficerSuspended_andTellsIt() {
        take(CATCHES);
        runner.halt = "suspended";
        at("2026-02-01T05:00:00Z", CATCHES);
        runner.halt = "";
        at("2026-02-01T05:30:00Z", CATCHES);

        assertThat(runner.runs).isEmpty();
        assertThat(told(jdbi, CATCHES.id())).contains("2026-02-01 skipped (suspended)");
    }

    @Test
    void triesAgainWhatFailed_asOftenAsTheSettingsSay_andTellsIt() {
        take(CATCHES);
        runner.fails = new IOException("no route");
        assertThat(at("2026-02-01T05:00:00Z", CATCHES)).hasValue(Instant.parse("2026-02-01T05:15:00Z"));
        at("2026-02-01T05:14:59Z", CATCHES);
        at("2026-02-01T05:15:00Z", CATCHES);
        at("2026-02-01T05:30:00Z", CATCHES);
        at("2026-02-01T05:45:00Z", CATCHES);

        assertThat(runner.runs).containsExactly("2026-02-01", "2026-02-01 again", "2026-02-01 again");
        assertThat(told(jdbi, CATCHES.id()))
                .endsWith(
                        "2026-02-01 begun",
                        "2026-02-01 failed (IOException)",
                        "2026-02-01 again (IOException)",
                        "2026-02-01 failed (IOException)",
                        "2026-02-01 again (IOException)",
                        "2026-02-01 failed (IOException)");
        assertThat(row(CATCHES, "2026-02-01").state()).isEqualTo(MomentState.FAILED);
    }

    /** A receipt can take days: that is no failure, until it has taken too long. */
    @Test
    void goesOnWithWhatWaits_untilThatTakesTooLong() {
        take(CATCHES);
        runner.ends = Ran.WAITS_FOR_ANSWER;
        at("2026-02-01T05:00:00Z", CATCHES);
        at("2026-02-04T05:00:00Z", CATCHES);
        assertThat(row(CATCHES, "2026-02-01").state()).isEqualTo(MomentState.BEGUN);
        at("2026-02-08T05:00:01Z", CATCHES);

        assertThat(row(CATCHES, "2026-02-01").state()).isEqualTo(MomentState.FAILED);
        assertThat(told(jdbi, CATCHES.id())).endsWith("2026-02-01 failed (no-answer)");
    }

    @Test
    void parksWhatIsAskedToStop_andGoesOnWithIt() {
        take(CATCHES);
        runner.fails = new IllegalStateException("interrupted");
        runner.meanwhile = () -> Thread.currentThread().interrupt();
        at("2026-02-01T05:00:00Z", CATCHES);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(row(CATCHES, "2026-02-01").failures()).isZero();
        runner.fails = null;
        runner.meanwhile = () -> {};
        take(CATCHES);

        assertThat(runner.runs).containsExactly("2026-02-01", "2026-02-01 again");
        assertThat(told(jdbi, CATCHES.id()))
                .endsWith(
                        "2026-02-01 begun",
                        "2026-02-01 parked (stopped)",
                        "2026-02-01 again (stopped)",
                        "2026-02-01 ended (complete)");
    }

    /** A node that slept for longer than it may wakes up in the middle of a run that another has taken over. */
    @Test
    void writesNothing_whenAnotherTookItUpSince() {
        take(CATCHES);
        Turn other = new Turn(jdbi, clock, Fixtures.SETTINGS, new Heard());
        runner.meanwhile = () -> other.take(CATCHES, () -> false);
        runner.ends = Ran.WITH_CAUSES;
        at("2026-02-01T05:00:00Z", CATCHES);

        assertThat(row(CATCHES, "2026-02-01").why()).isEqualTo("complete");
        assertThat(told(jdbi, CATCHES.id()))
                .endsWith("2026-02-01 begun", "2026-02-01 again", "2026-02-01 ended (complete)");
    }

    /** What was to come follows the schedule as it is now; a day that was run is not run again. */
    @Test
    void followsAScheduleThatChanges() {
        take(CATCHES);
        clock.to("2026-02-01T04:30:00Z");
        take(CATCHES);
        Agreement earlier = Fixtures.at("gent-onderwijs", "05:15", Missed.CATCH_UP, "02-01", "03-02");
        take(earlier);
        assertThat(runner.runs).containsExactly("2026-02-01");
        at("2026-02-01T05:00:00Z", CATCHES);
        at("2026-03-02T12:00:00Z", earlier);

        assertThat(runner.runs).containsExactly("2026-02-01", "2026-03-02");
        assertThat(told(jdbi, CATCHES.id())).contains("2026-03-01 cancelled (schedule)");
    }

    /** And runs it when it is started again, for it is not late yet. */
    @Test
    void beginsNothing_whenItsNodeIsBeingStopped() {
        take(TELLS);
        clock.to("2026-02-01T06:00:00Z");
        turn.take(TELLS, () -> true);
        assertThat(runner.runs).isEmpty();
        take(TELLS);

        assertThat(runner.runs).containsExactly("2026-02-01");
    }

    private Optional<Instant> at(String now, Agreement agreement) {
        clock.to(now);
        return take(agreement);
    }

    private Optional<Instant> take(Agreement agreement) {
        return turn.take(agreement, () -> false);
    }

    private MomentRow row(Agreement agreement, String day) {
        return desk.of(agreement.id(), LocalDate.parse(day)).orElseThrow();
    }
}
