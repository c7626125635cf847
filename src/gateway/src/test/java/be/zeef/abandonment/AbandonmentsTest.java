package be.zeef.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.run.SyncState;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people signed to abandon runs: of each run one of each person, the last. */
@ContractOf("sync_abandonment")
class AbandonmentsTest {

    @TempDir
    Path folder;

    private final Handle handle;
    private final Jdbi jdbi;
    private long run;

    AbandonmentsTest(Handle handle, Jdbi jdbi) {
        this.handle = handle;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void begin() {
        run = new House(jdbi, folder).begun(SyncState.ASKING).row().id();
    }

    private Abandonments.Row row(String person, String reason) {
        String digest = "d".repeat(64);
        return new Abandonments.Row(run, person, reason, digest, digest, new byte[] {1, 2}, "2026-07-16T10:00:00Z");
    }

    @Test
    void comeBackAsTheyWereSigned_byPerson() {
        Abandonments.put(handle, row("b-x", "why"));
        Abandonments.put(handle, row("ba", "why"));
        Abandonments.put(handle, row("an", "why"));

        assertThat(Abandonments.of(handle, run))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(row("an", "why"), row("b-x", "why"), row("ba", "why"));
        assertThat(Abandonments.all(handle)).hasSize(3);
        assertThat(Abandonments.of(handle, run + 1)).isEmpty();
    }

    @Test
    void areTheLastThatAPersonSigned() {
        Abandonments.put(handle, row("an", "why"));
        Abandonments.put(handle, row("an", "because"));

        assertThat(Abandonments.all(handle))
                .extracting(Abandonments.Row::reason)
                .containsExactly("because");
    }

    @Test
    void areOfARunThatThereIs() {
        run++;
        assertThatThrownBy(() -> Abandonments.put(handle, row("an", "why"))).isInstanceOf(RuntimeException.class);
        assertThat(Abandonments.all(handle)).isEmpty();
    }

    @Test
    void areOneOfAPerson_whoSignsTwiceAtOnce(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> Abandonments.put(one, row("an", "why")), other -> {
                    Abandonments.put(other, row("an", "because"));
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(Abandonments.all(handle)).hasSize(1);
    }

    @Test
    void keepWhatIsLong() {
        Abandonments.Row row = new Abandonments.Row(
                run,
                Longest.of(handle, "sync_abandonment", "person"),
                Longest.of(handle, "sync_abandonment", "reason"),
                Longest.of(handle, "sync_abandonment", "digest"),
                Longest.of(handle, "sync_abandonment", "certificate"),
                new byte[10_000],
                "2026-07-16T10:00:00.123456789Z");
        Abandonments.put(handle, row);

        assertThat(Abandonments.of(handle, run))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(row);
    }
}
