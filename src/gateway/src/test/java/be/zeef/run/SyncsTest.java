package be.zeef.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.Duplicates;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code sync}. */
class SyncsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsOneUnfinishedRunOfAnAgreement_asItStands(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            SyncRow begun = storage.jdbi().inTransaction(handle -> start(handle));
            assertThatThrownBy(() -> storage.jdbi().inTransaction(SyncsTest::start))
                    .matches(Duplicates::caused);

            storage.jdbi().useTransaction(handle -> {
                SyncRow decided = Syncs.advance(handle, begun, SyncState.DECIDED);
                Syncs.summarise(handle, decided, "{}");
                assertThat(Syncs.open(handle, "a")).contains(decided);
                assertThat(Syncs.summary(handle, decided)).isEqualTo("{}");
                assertThat(Syncs.started(handle, decided)).isEqualTo("2026-07-16T10:00:00Z");

                Syncs.close(handle, decided, SyncState.DONE);
                assertThat(Syncs.open(handle, "a")).isEmpty();
                assertThat(start(handle).id()).isGreaterThan(begun.id());
            });
        }
    }

    private static SyncRow start(Handle handle) {
        return Syncs.start(handle, CLOCK, "a", "v1", DAY, "p1");
    }
}
