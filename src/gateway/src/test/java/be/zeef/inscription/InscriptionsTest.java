package be.zeef.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code inscription}. */
class InscriptionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void standOnce_areRenewedWhenNeeded_andGo(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                try (PreparedBatch additions = Inscriptions.additions(handle)) {
                    Inscriptions.add(additions, "a", "one", new byte[] {1}, DAY);
                    Inscriptions.add(additions, "a", "two", new byte[] {2}, DAY);
                    assertThat(additions.execute()).containsExactly(1, 1);
                    Inscriptions.add(additions, "a", "two", new byte[] {3}, DAY);
                    assertThat(additions.execute()).containsExactly(0);
                }
                assertThat(Inscriptions.needed(handle, "a", "three", DAY)).isFalse();
                Inscriptions.addNeeded(handle, "a", "three", new byte[] {3}, DAY, DAY.plusDays(1));
                assertThat(Inscriptions.needed(handle, "a", "two", DAY.plusDays(1)))
                        .isTrue();
                assertThat(Inscriptions.notNeededSince(handle, "a", DAY.plusDays(1)))
                        .containsExactly(new byte[] {1});
                try (PreparedBatch removals = Inscriptions.removals(handle)) {
                    Inscriptions.remove(removals, "a", "one");
                    assertThat(removals.execute()).containsExactly(1);
                }
                assertThat(Inscriptions.notNeededSince(handle, "a", DAY.plusDays(9)))
                        .hasSize(2);
            });
        }
    }
}
