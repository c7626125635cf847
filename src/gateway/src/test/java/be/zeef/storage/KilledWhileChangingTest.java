package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.h2.api.DatabaseEventListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed while it makes or changes the database leaves one that opens. */
class KilledWhileChangingTest {

    private static final int KILLED = 9;

    @TempDir
    Path folder;

    /** A process that opens the database at the URL of its argument. */
    static final class Opener {
        public static void main(String[] arguments) {
            Storage.open(new Settings.Database(arguments[0], "zeef", "secret"), Clock.systemUTC())
                    .close();
        }
    }

    /** H2 tells it each statement; it dies at once (no hook runs, nothing is closed) before a migration is noted as done. */
    public static final class Killer implements DatabaseEventListener {

        private static final int LET_BE = Integer.getInteger("migrations", 0);

        private int noted;

        @Override
        public void setProgress(int state, String statement, long at, long of) {
            boolean notes = state == STATE_STATEMENT_START
                    && statement.toLowerCase(Locale.ROOT).startsWith("insert into \"public\".\"flyway");
            if (notes && noted++ == LET_BE) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 12})
    void opens_whereverTheFirstStartWasKilled(int migrations) throws Exception {
        Settings.Database database = database(folder);
        int ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dmigrations=" + migrations,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        database.url() + ";DATABASE_EVENT_LISTENER='" + Killer.class.getName() + "'")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        assertThat(ended).as("it was killed").isEqualTo(KILLED);

        try (Storage storage = Storage.open(database, Clock.systemUTC())) {
            assertThat(heads(storage)).isEqualTo(1);
        }
        assertThat(databases(folder)).as("copies are not kept").isEqualTo(1);
    }

    @Test
    void isAsItWas_whenTheCopyCannotBeWritten() throws Exception {
        Storage.open(database(folder), Clock.systemUTC()).close();
        forget(database(folder), "40");
        Path inTheWay = Files.createDirectories(folder.resolve("db.changing.mv.db/full"));

        assertThatThrownBy(() -> Storage.open(database(folder), Clock.systemUTC()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Nothing was changed");
        Settings.Database database = database(folder);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var tables = connection.getMetaData().getColumns(null, null, "PAYMENT_FILE", "HANDED")) {
            assertThat(tables.next()).isFalse();
        }

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        Storage.open(database(folder), Clock.systemUTC()).close();
    }

    /** What was half changed when the other process died is not gone on with. */
    @Test
    void startsAgain_fromTheFileAsItWas() throws Exception {
        Storage.open(database(folder), Clock.systemUTC()).close();
        forget(database(folder), "40");
        Files.writeString(folder.resolve("db.changing.mv.db"), "half of a database");

        try (Storage storage = Storage.open(database(folder), Clock.systemUTC())) {
            assertThat(heads(storage)).isEqualTo(1);
        }
        assertThat(databases(folder)).isEqualTo(1);
    }

    /** Makes the database one that an older version wrote. */
    private static void forget(Settings.Database database, String version) throws Exception {
        try (Storage storage = Storage.open(database, Clock.systemUTC())) {
            storage.jdbi().useHandle(handle -> {
                handle.execute("alter table payment_file drop column handed");
                // and what came after it, which can be done again
                handle.execute(
                        "delete from \"flyway_schema_history\" where \"installed_rank\" >= (select \"installed_rank\""
                                + " from \"flyway_schema_history\" where \"version\" = ?)",
                        version);
            });
        }
    }

    private static int heads(Storage storage) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from ledger_head")
                .mapTo(Integer.class)
                .one());
    }

    private static Settings.Database database(Path folder) {
        return new Settings.Database("jdbc:h2:file:" + folder.resolve("db"), "zeef", "secret");
    }

    private static long databases(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mv.db")).count();
        }
    }
}
