package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it makes or changes the database leaves one that opens. */
class KilledWhileChangingTest {

    private static final int KILLED = 9;

    @TempDir
    Path folder;

    /**
     * A process that opens the database in the folder of its first argument, and dies at once (no hook runs, nothing is
     * closed) while a statement of a migration is being carried out, the second argument's milliseconds after the first one.
     */
    static final class Opener {
        public static void main(String[] arguments) {
            Thread opening = Thread.currentThread();
            long after = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
            Thread killer = new Thread(() -> {
                await(opening);
                LockSupport.parkNanos(after);
                await(opening);
                Runtime.getRuntime().halt(KILLED);
            });
            killer.setDaemon(true);
            killer.start();
            Storage.open(database(Path.of(arguments[0]))).close();
        }

        private static void await(Thread opening) {
            while (Arrays.stream(opening.getStackTrace())
                    .noneMatch(frame -> frame.getClassName().contains("ParsedSqlStatement"))) {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    @Test
    void opens_whereverTheFirstStartWasKilled() throws Exception {
        int killed = 0;
        for (int moment = 0; moment < 5; moment++) {
            Path data = Files.createDirectory(folder.resolve("moment-" + moment));
            int ended = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opener.class.getName(),
                            data.toString(),
                            String.valueOf(moment * 60))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log").toFile())
                    .start()
                    .waitFor();
            killed += ended == KILLED ? 1 : 0;

            try (Storage storage = Storage.open(database(data))) {
                assertThat(heads(storage)).as("killed at moment %d", moment).isEqualTo(1);
            }
            assertThat(databases(data)).as("copies are not kept").isEqualTo(1);
        }
        assertThat(killed).as("processes that were really killed").isPositive();
    }

    @Test
    void isAsItWas_whenTheCopyCannotBeWritten() throws Exception {
        Storage.open(database(folder)).close();
        forget(database(folder), "31");
        Path inTheWay = Files.createDirectories(folder.resolve("db.changing.mv.db/full"));

        assertThatThrownBy(() -> Storage.open(database(folder)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Nothing was changed");
        Settings.Database database = database(folder);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var tables = connection.getMetaData().getTables(null, null, "APPROVAL_MARK", null)) {
            assertThat(tables.next()).isFalse();
        }

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        Storage.open(database(folder)).close();
    }

    /** What was half changed when the other process died is not gone on with. */
    @Test
    void startsAgain_fromTheFileAsItWas() throws Exception {
        Storage.open(database(folder)).close();
        forget(database(folder), "31");
        Files.writeString(folder.resolve("db.changing.mv.db"), "half of a database");

        try (Storage storage = Storage.open(database(folder))) {
            assertThat(heads(storage)).isEqualTo(1);
        }
        assertThat(databases(folder)).isEqualTo(1);
    }

    /** Makes the database one that an older version wrote. */
    private static void forget(Settings.Database database, String version) throws Exception {
        try (Storage storage = Storage.open(database)) {
            storage.jdbi().useHandle(handle -> {
                handle.execute("drop table approval_mark");
                handle.execute("delete from \"flyway_schema_history\" where \"version\" = ?", version);
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
