package be.zeef.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InscribedPeopleTest {

    private static final Insz PERSON = Insz.of("85651200136", Realm.SANDBOX);

    @TempDir
    Path folder;

    @Test
    void storesOneRow_whenManyServicesNeedOnePersonAtOnce() throws Exception {
        Keys keys = Keys.in(folder.resolve("keys"));
        try (Storage storage =
                Storage.open(new Settings.Database("jdbc:h2:mem:inscribed", "sa", ""), Clock.systemUTC())) {
            InscribedPeople people = new InscribedPeople(
                    storage.jdbi(),
                    Clock.fixed(Instant.parse("2026-07-16T10:00:00Z"), ZoneOffset.UTC),
                    new PeopleAtRest(keys, "test"));
            ExecutorService workers = Executors.newFixedThreadPool(6);
            CountDownLatch together = new CountDownLatch(1);
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                pending.add(workers.submit(() -> {
                    together.await();
                    people.needed(PERSON, LocalDate.of(2026, 7, 16));
                    return null;
                }));
            }
            together.countDown();
            for (Future<?> each : pending) {
                each.get();
            }
            workers.shutdown();

            int rows = storage.jdbi().withHandle(handle -> handle.createQuery(
                            "select count(*) from inscription where needed = date '2026-07-16'")
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).isEqualTo(1);
        }
    }
}
