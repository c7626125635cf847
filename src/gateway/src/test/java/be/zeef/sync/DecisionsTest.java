package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.run.Syncs;
import be.zeef.security.Sha256;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code decision}. */
class DecisionsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void countsDigestsAndForgets(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                long run = Syncs.start(handle, Clock.systemUTC(), "a", "v1", LocalDate.of(2026, 7, 16), "p1")
                        .id();
                try (PreparedBatch batch = Decisions.batch(handle)) {
                    Decisions.add(batch, run, "c", new Decision(Outcome.NOT_ELIGIBLE, Map.of(), Optional.empty()), "");
                    Decisions.add(batch, run, "a", new Decision(Outcome.ELIGIBLE, Map.of(), Optional.empty()), "C1");
                    batch.execute();
                    Decisions.add(batch, run, "b", Decision.undetermined(Cause.NO_ANSWER), "");
                    batch.execute();
                }

                assertThat(Decisions.counts(handle, run))
                        .isEqualTo(Map.of(Outcome.ELIGIBLE, 1L, Outcome.NOT_ELIGIBLE, 1L, Outcome.UNDETERMINED, 1L));
                assertThat(Decisions.causes(handle, run)).isEqualTo(Map.of(Cause.NO_ANSWER, 1L));
                assertThat(DecisionDigest.of(handle, run))
                        .isEqualTo(Sha256.hex("a|ELIGIBLE|C1\nb|UNDETERMINED|\nc|NOT_ELIGIBLE|\n"
                                .getBytes(StandardCharsets.US_ASCII)));
                assertThat(Decisions.forgetRefusals(handle, run)).isOne();
                assertThat(Decisions.subjects(handle, run)).containsExactlyInAnyOrder("a", "b");
                assertThat(Decisions.forget(handle, run)).isEqualTo(2);
            });
        }
    }
}
