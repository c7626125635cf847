package be.zeef.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Runs: at most one of an agreement is unfinished, and each is what it was begun as. */
@ContractOf("sync")
class SyncsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T10:00:00.000000001Z"), ZoneOffset.UTC);

    private final Handle handle;

    SyncsTest(Handle handle) {
        this.handle = handle;
    }

    private static SyncRow start(Handle on, String agreement) {
        return Syncs.start(on, CLOCK, agreement, "v1", DAY, "p1");
    }

    private SyncRow start() {
        return start(handle, "a");
    }

    @Test
    void keepARun_asItStands() {
        SyncRow begun = start();
        assertThat(Syncs.open(handle, "a")).contains(begun);
        assertThat(Syncs.firstEntry(handle, begun)).as("not known yet").isZero();

        Syncs.begun(handle, begun, Long.MAX_VALUE);
        SyncRow decided = Syncs.advance(handle, begun, SyncState.DECIDED);
        Syncs.summarise(handle, decided, "{}");

        assertThat(Syncs.open(handle, "a")).contains(decided);
        assertThat(Syncs.firstEntry(handle, decided)).isEqualTo(Long.MAX_VALUE);
        assertThat(Syncs.summary(handle, decided)).isEqualTo("{}");
        assertThat(Syncs.started(handle, decided)).isEqualTo("2026-07-16T10:00:00.000000001Z");
    }

    @Test
    void refuseASecondUnfinishedRunOfAnAgreement() {
        start();

        assertThatThrownBy(this::start).matches(Duplicates::caused);
        assertThat(start(handle, "b").agreement()).isEqualTo("b");
    }

    @Test
    void letTheNextBegin_onceOneIsClosed() {
        SyncRow first = start();
        Syncs.close(handle, first, SyncState.ABANDONED);
        assertThat(Syncs.open(handle, "a")).isEmpty();
        assertThat(Syncs.isUnfinished(handle, first.id())).isFalse();
        assertThat(Syncs.last(handle, "a")).contains(first.in(SyncState.ABANDONED));

        SyncRow second = start();
        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(Syncs.last(handle, "a")).contains(second);
        assertThat(Syncs.isUnfinished(handle, second.id())).isTrue();
        assertThat(Syncs.last(handle, "b")).isEmpty();
        assertThat(Syncs.isUnfinished(handle, second.id() + 1)).isFalse();
    }

    /** Whatever was stored by whoever did not know it goes with their transaction. */
    @Test
    void areLeftAsTheyEnded_byWhoStillGoesOn() {
        SyncRow row = start();
        Syncs.close(handle, row, SyncState.ABANDONED);

        assertThatThrownBy(() -> Syncs.advance(handle, row, SyncState.DECIDED))
                .isInstanceOf(SyncRefusedException.class);
        assertThatThrownBy(() -> Syncs.close(handle, row, SyncState.DONE)).isInstanceOf(SyncRefusedException.class);
        assertThat(Syncs.abandoned(handle)).containsExactly(row.id());
        assertThat(Syncs.lock(handle, row.id())).isEmpty();
    }

    @Test
    void areFoundOfAnAgreementAndItsBenefits_whileTheyAreUnfinished() {
        SyncRow benefit = start(handle, "a/b");
        SyncRow own = start();
        start(handle, "ab");
        start(handle, "a-c");

        assertThat(Syncs.unfinished(handle, "a")).containsExactly(benefit, own);
        assertThat(Syncs.unfinished(handle, "a/b")).containsExactly(benefit);
        assertThat(Syncs.lock(handle, own.id())).contains(own);
        assertThat(Syncs.abandoned(handle)).isEmpty();
    }

    @Test
    void waitForWhoEndsThem(Meeting meeting) {
        SyncRow row = start();
        assertThatThrownBy(() -> meeting.afterCommit(
                        one -> {
                            Syncs.lock(one, row.id());
                            Syncs.close(one, row, SyncState.ABANDONED);
                        },
                        other -> Syncs.advance(other, row, SyncState.DECIDED)))
                .isInstanceOf(SyncRefusedException.class);
    }

    @Test
    void letOneBegin_ofTwoNodesThatBeginAtOnce(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> start(one, "a"), other -> start(other, "a")))
                .matches(Duplicates::caused);
        assertThat(Syncs.open(handle, "a")).isPresent();
    }

    @Test
    void letTheOtherBegin_whenTheFirstIsRolledBack(Meeting meeting) {
        SyncRow second = meeting.afterRollback(one -> start(one, "a"), other -> start(other, "a"));

        assertThat(Syncs.open(handle, "a")).contains(second);
    }

    @Test
    void forgetARun_thatIsRolledBack() {
        handle.begin();
        start();
        handle.rollback();

        assertThat(Syncs.last(handle, "a")).isEmpty();
    }

    @Test
    void keepWhatIsLong() {
        String agreement = Longest.of(handle, "sync", "agreement");
        String version = Longest.of(handle, "sync", "version");
        String population = Longest.of(handle, "sync", "population");
        String summary = Longest.of(handle, "sync", "summary");
        SyncRow begun = Syncs.start(handle, CLOCK, agreement, version, DAY, population);
        Syncs.summarise(handle, begun, summary);

        assertThat(Syncs.open(handle, agreement)).contains(begun);
        assertThat(Syncs.summary(handle, begun)).isEqualTo(summary);
    }
}
