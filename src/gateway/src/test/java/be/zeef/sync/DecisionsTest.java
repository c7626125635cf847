package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.security.Sha256;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was decided about whom in a run: one decision of each, told in one order on every database. */
@ContractOf("decision")
class DecisionsTest {

    private static final Decision YES = decision(Outcome.ELIGIBLE);
    private static final Decision NO = decision(Outcome.NOT_ELIGIBLE);

    private final Handle handle;
    private long run;

    DecisionsTest(Handle handle) {
        this.handle = handle;
    }

    private static Decision decision(Outcome outcome) {
        return new Decision(outcome, Map.of(), Optional.empty());
    }

    @BeforeEach
    void start() {
        run = start("p1");
    }

    private long start(String population) {
        return Syncs.start(handle, Clock.systemUTC(), "a", "v1", LocalDate.of(2026, 7, 16), population)
                .id();
    }

    private void decide(String subject, Decision decision, String value) {
        try (PreparedBatch batch = Decisions.batch(handle)) {
            Decisions.add(batch, run, subject, decision, value);
            batch.execute();
        }
    }

    private List<Decisions.Row> told() {
        List<Decisions.Row> rows = new ArrayList<>();
        Decisions.each(handle, run, rows::add);
        return rows;
    }

    @Test
    void areCounted_andTheirCauses() {
        decide("c", NO, "");
        decide("a", YES, "C1");
        decide("d", YES, "C2");
        decide("b", Decision.undetermined(Cause.NO_ANSWER), "");

        assertThat(Decisions.counts(handle, run))
                .isEqualTo(Map.of(Outcome.ELIGIBLE, 2L, Outcome.NOT_ELIGIBLE, 1L, Outcome.UNDETERMINED, 1L));
        assertThat(Decisions.causes(handle, run)).isEqualTo(Map.of(Cause.NO_ANSWER, 1L));
        assertThat(Decisions.subjects(handle, run)).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @ParameterizedTest
    @EnumSource
    void keepEachCause(Cause cause) {
        decide("a", Decision.undetermined(cause), "");

        assertThat(Decisions.causes(handle, run)).isEqualTo(Map.of(cause, 1L));
    }

    /** By the numbers of their characters, whatever language the database sorts in: two databases come to one digest. */
    @Test
    void areToldInTheOrderOfTheirSubjects() {
        for (String subject : List.of("b", "B", "a-c", "ab", "a9")) {
            decide(subject, YES, "C1");
        }

        assertThat(told()).extracting(Decisions.Row::subject).containsExactly("B", "a-c", "a9", "ab", "b");
        assertThat(DecisionDigest.of(handle, run))
                .isEqualTo(Sha256.hex("B|ELIGIBLE|C1\na-c|ELIGIBLE|C1\na9|ELIGIBLE|C1\nab|ELIGIBLE|C1\nb|ELIGIBLE|C1\n"
                        .getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void areOneOfEachPersonAndRun() {
        decide("a", YES, "C1");
        assertThatThrownBy(() -> decide("a", NO, "")).matches(Duplicates::caused);
        assertThat(told()).containsExactly(new Decisions.Row("a", Outcome.ELIGIBLE, "C1"));

        Syncs.close(handle, Syncs.open(handle, "a").orElseThrow(), SyncState.DONE);
        run = start("p2");
        decide("a", NO, "");
        assertThat(told()).containsExactly(new Decisions.Row("a", Outcome.NOT_ELIGIBLE, ""));
    }

    @Test
    void areAllForgotten_orTheRefusalsAlone() {
        decide("a", YES, "C1");
        decide("b", NO, "");
        decide("c", Decision.undetermined(Cause.DOUBTFUL), "");

        assertThat(Decisions.forgetRefusals(handle, run)).isOne();
        assertThat(told()).extracting(Decisions.Row::subject).containsExactly("a", "c");
        assertThat(Decisions.forget(handle, run)).isEqualTo(2);
        assertThat(told()).isEmpty();
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        decide("a", YES, "C1");
        handle.rollback();

        assertThat(told()).isEmpty();
    }

    @Test
    void keepWhatIsLong() {
        String subject = Longest.of(handle, "decision", "subject");
        String value = Longest.of(handle, "decision", "flag_value");
        decide(subject, YES, value);

        assertThat(told()).containsExactly(new Decisions.Row(subject, Outcome.ELIGIBLE, value));
    }
}
