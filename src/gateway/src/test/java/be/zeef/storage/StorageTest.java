package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 commits every statement of a migration by itself: whoever dies in the middle of one must be able to start again. */
class StorageTest {

    private static final Path MIGRATIONS = Path.of("src/gateway/src/main/resources/db/migration/h2");

    @TempDir
    Path folder;

    @Test
    void goesOnFromAnyStatementOfAMigrationItDiedAt() throws IOException, SQLException {
        List<String> statements = Arrays.stream(
                        Files.readString(MIGRATIONS.resolve("V1__house.sql")).split(";\\s*\n"))
                .map(statement -> statement.replace("${bytes}", "blob"))
                .filter(statement -> !statement.isBlank())
                .toList();
        assertThat(statements).hasSizeGreaterThan(10);
        for (int done = 1; done <= statements.size(); done++) {
            Settings.Database database =
                    new Settings.Database("jdbc:h2:file:" + folder.resolve("db" + done), "zeef", "secret");
            try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                    var statement = connection.createStatement()) {
                // Flyway's own table is made before the first statement of the first migration
                for (String each : statements.subList(0, done)) {
                    statement.execute(each);
                }
            }
            try (Storage storage = openHalfMade(database)) {
                int heads = storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from ledger_head")
                        .mapTo(Integer.class)
                        .one());
                assertThat(heads).as("after %d statements", done).isEqualTo(1);
            }
        }
    }

    /** A slow transaction holds others up, and fails none of them: PostgreSQL waits without end, H2 for two seconds if it is not told. */
    @Test
    void waitsForAnotherTransaction_longerThanAnyTakes() {
        assertThat(lockTimeout("waiting")).isGreaterThanOrEqualTo(60_000);
        assertThat(lockTimeout("told;LOCK_TIMEOUT=7000"))
                .as("who sets it is obeyed")
                .isEqualTo(7000);
        assertThat(lockTimeout("also;WRITE_DELAY=500"))
                .as("whatever else is set")
                .isGreaterThanOrEqualTo(60_000);
    }

    private int lockTimeout(String file) {
        Settings.Database database = new Settings.Database("jdbc:h2:file:" + folder.resolve(file), "zeef", "secret");
        try (Storage storage = Storage.open(database, Clock.systemUTC())) {
            return storage.jdbi().withHandle(handle -> handle.createQuery("select lock_timeout()")
                    .mapTo(Integer.class)
                    .one());
        }
    }

    /** A thread that is stopped in the middle of a write takes the database from nobody, and gives it to nobody. */
    @Test
    void staysOpenAndStaysOurs_whenThreadsAreStopped() throws Exception {
        Settings.Database database =
                new Settings.Database("jdbc:h2:file:" + folder.resolve("stopped"), "zeef", "secret");
        try (Storage storage = Storage.open(database, Clock.systemUTC())) {
            for (int i = 0; i < 50; i++) {
                Thread writer = new Thread(() -> {
                    for (int n = 0; n < 1000; n++) {
                        storage.jdbi().useHandle(handle -> handle.execute("update ledger_head set id = id + 1"));
                    }
                });
                writer.setUncaughtExceptionHandler((thread, stopped) -> {});
                writer.start();
                long before = id(storage);
                while (writer.isAlive() && id(storage) == before) {
                    Thread.onSpinWait();
                }
                writer.interrupt();
                writer.join();
            }

            assertThat(id(storage)).isPositive();
            assertThat(storage.isAlone()).isTrue();
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), database.password()))
                    .hasMessageContaining("in use");
        }
    }

    private static long id(Storage storage) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select id from ledger_head")
                .mapTo(Long.class)
                .one());
    }

    private static Storage openHalfMade(Settings.Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table \"flyway_schema_history\" (\"installed_rank\" int not null primary key,"
                    + " \"version\" varchar(50), \"description\" varchar(200) not null, \"type\" varchar(20) not null,"
                    + " \"script\" varchar(1000) not null, \"checksum\" int, \"installed_by\" varchar(100) not null,"
                    + " \"installed_on\" timestamp default current_timestamp not null,"
                    + " \"execution_time\" int not null, \"success\" boolean not null)");
        }
        return Storage.open(database, Clock.systemUTC());
    }
}
