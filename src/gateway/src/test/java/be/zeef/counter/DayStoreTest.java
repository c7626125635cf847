package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code counter_day}. */
class DayStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void givesPartsUntilTheBudgetIsTaken_eachDayAnew(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            DayStore days = new DayStore(storage.jdbi());
            assertThat(days.take("desk", DAY, 10, 15)).isEqualTo(10);
            assertThat(days.take("desk", DAY, 10, 15)).isEqualTo(5);
            assertThat(days.take("desk", DAY, 10, 15)).isZero();
            assertThat(days.take("other", DAY, 10, 15)).isEqualTo(10);
            assertThat(days.take("desk", DAY.plusDays(1), 10, 15)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void giveNoMoreThanTheBudget_toNodesThatTakeAtOnce(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            DayStore days = new DayStore(storage.jdbi());
            List<CompletableFuture<Integer>> taken = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> days.take("desk", DAY, 3, 10)))
                    .toList();
            assertThat(taken.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsOneTellThatItIsTaken(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            DayStore days = new DayStore(storage.jdbi());
            days.take("desk", DAY, 1, 1);
            assertThat(days.tells("desk", DAY)).isTrue();
            assertThat(days.tells("desk", DAY)).isFalse();
        }
    }
}
