package be.zeef.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.run.Run;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.run.file.Arrivals;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFiles;
import be.zeef.storage.OnEachDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever state a run and its question files are in: it is over, or it can be gone on with and can be abandoned, and after that the next
 * begins, for any day. The deliveries of a run: {@code AbandonedDeliveriesTest}.
 */
@OnEachDatabase
class EveryStateHasAnExitTest {

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private House house;

    EveryStateHasAnExitTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void build() {
        house = new House(jdbi, folder);
    }

    private enum Exit {
        RESUMED_OR_ABANDONED,
        OVER
    }

    /** A state that is new does not compile here before it is said how one leaves it. */
    private static Exit exit(SyncState state) {
        return switch (state) {
            case REGISTERING, ASKING, DECIDED, PACKED, SENT -> Exit.RESUMED_OR_ABANDONED;
            case DONE, ABANDONED -> Exit.OVER;
        };
    }

    private static boolean needsNoAnswer(QuestionFile.State state) {
        return switch (state) {
            case PLANNED, SENT -> false;
            case ANSWERED, GIVEN_UP -> true;
        };
    }

    @ParameterizedTest
    @EnumSource
    void ofARun(SyncState state) {
        Run run = house.begun(SyncState.REGISTERING);
        jdbi.useTransaction(handle -> {
            if (exit(state) == Exit.OVER) {
                Syncs.close(handle, run.row(), state);
            } else {
                Syncs.advance(handle, run.row(), state);
            }
        });

        if (exit(state) == Exit.RESUMED_OR_ABANDONED) {
            Optional<SyncRow> open = house.runs.unfinished(House.AGREEMENT);
            assertThat(open).isPresent();
            SyncRefusedException.unless(true, open.orElseThrow());
            assertThatThrownBy(() -> SyncRefusedException.unlessOf(House.DAY.plusDays(1), open.orElseThrow()))
                    .hasMessageContaining("zeef abandon " + House.AGREEMENT);

            assertThat(house.abandon().done()).isTrue();
        }
        assertThatThrownBy(() -> house.desk().abandon(House.AGREEMENT, "clerk-7", House.WHY))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessageContaining("none to abandon");
        SyncRow next = house.begun(House.AGREEMENT, House.DAY.plusDays(1), SyncState.REGISTERING)
                .row();
        assertThat(house.runs.unfinished(House.AGREEMENT)).contains(next);
        assertThat(new AbandonmentEvidence(jdbi).breaks()).hasSize(state == SyncState.ABANDONED ? 1 : 0);
    }

    static Stream<Arguments> files() {
        return Stream.of(SyncState.REGISTERING, SyncState.ASKING)
                .flatMap(run -> Arrays.stream(QuestionFile.Kind.values())
                        .flatMap(kind -> Arrays.stream(QuestionFile.State.values())
                                .map(state -> Arguments.of(run, kind, state))));
    }

    /** An answer that comes is late: it is told and removed, by whichever run looks next, and none waits for it. */
    @ParameterizedTest
    @MethodSource("files")
    void ofAQuestionFile(SyncState state, QuestionFile.Kind kind, QuestionFile.State file) {
        Run run = house.begun(state);
        QuestionFile asked = house.asked(run, kind, file);
        Run other = house.begun("another-town", House.DAY, SyncState.ASKING);
        assertThat(Arrivals.withoutOpenQuestion(other, Optional.of(asked.referte())))
                .as("it waits for its own run")
                .isEqualTo(Arrivals.Kind.OTHERS);

        assertThat(house.abandon().done()).isTrue();

        List<QuestionFile> after =
                jdbi.withHandle(handle -> QuestionFiles.of(handle, run.row().id(), kind));
        assertThat(after).singleElement().satisfies(left -> assertThat(needsNoAnswer(left.state()))
                .isTrue());
        assertThat(Arrivals.withoutOpenQuestion(other, Optional.of(asked.referte())))
                .isEqualTo(Arrivals.Kind.LATE);
        Run next = house.begun(SyncState.ASKING);
        assertThat(Arrivals.withoutOpenQuestion(next, Optional.of(asked.referte())))
                .isEqualTo(Arrivals.Kind.LATE);
        assertThat(house.sql("select kind from ledger_entry where body like '%GIVEN_UP%'"))
                .hasSize(needsNoAnswer(file) ? 0 : 1);
    }

    /** What still goes on with it on another node stores nothing more. */
    @ParameterizedTest
    @EnumSource(names = {"DECIDED", "PACKED", "SENT", "DONE"})
    void isLeftByWhoeverStillGoesOn(SyncState next) {
        Run run = house.begun(SyncState.ASKING);
        house.abandon();

        assertThatThrownBy(() -> run.advanced(next))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessageContaining("was ended while it went on");
        assertThat(house.sql("select state from sync")).containsExactly("ABANDONED");
    }
}
