package be.zeef.storage;

import be.zeef.settings.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Assumptions;

/**
 * The databases that a table's contract must hold on. A test that needs nothing but its tables shares one with the others
 * ({@link ContractOf}); one that opens a house on it gets a fresh one, brought to this version.
 */
public enum TestDatabase {
    H2 {
        @Override
        public Settings.Database at(Path folder) {
            return new Settings.Database("jdbc:h2:file:" + folder.resolve("db"), "zeef", "secret");
        }

        @Override
        void heedReferences(Handle handle, boolean heeded) {
            handle.execute("set referential_integrity " + heeded);
        }

        @Override
        boolean anyWaits(Handle handle) {
            return isAny(
                    handle,
                    "select count(*) from information_schema.sessions where blocker_id is not null"
                            + " or (session_id <> session_id() and executing_statement is not null"
                            + " and executing_statement_start < dateadd(millisecond, -100, current_timestamp))");
        }
    },
    /** A real PostgreSQL 15, started once for all tests and stopped with them. */
    POSTGRESQL {
        @Override
        public Settings.Database at(Path folder) {
            return new Settings.Database(Server.fresh(), "postgres", "");
        }

        @Override
        void heedReferences(Handle handle, boolean heeded) {
            handle.execute("set session_replication_role = " + (heeded ? "origin" : "replica"));
        }

        @Override
        boolean anyWaits(Handle handle) {
            return isAny(
                    handle,
                    "select count(*) from pg_stat_activity"
                            + " where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0");
        }
    };

    /** Opened once for a JVM, by whoever asks first. */
    private Storage shared;

    /**
     * Where a fresh one lies.
     *
     * @param folder of the test, for what lies in files
     */
    public abstract Settings.Database at(Path folder);

    /** Whether rows may refer to what is not there. */
    abstract void heedReferences(Handle handle, boolean heeded);

    /** Whether a transaction waits for another one. */
    abstract boolean anyWaits(Handle handle);

    /** @param folder likewise */
    public Storage open(Path folder) {
        return Storage.open(at(folder), Clock.systemUTC());
    }

    /** The one that contracts share: it stays open, and what a test leaves in it is for {@link #empty}. */
    synchronized Storage shared() {
        if (shared == null) {
            Path folder = ofThisJvm();
            shared = open(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
        }
        return shared;
    }

    /**
     * A connection to the shared one that commits each statement outside a transaction: past what makes the ledger vouch for rows, which
     * refuses such statements. Its caller closes it.
     */
    Handle connect() {
        Handle vouched = shared().jdbi().open();
        Jdbi plain = Jdbi.create(vouched::getConnection).installPlugin(new Columns());
        Maker.valueOf(name()).teach(plain);
        return plain.open();
    }

    /** As a new database is: nothing in its tables but the two rows that the ledger begins with. */
    void empty() {
        try (Handle handle = connect()) {
            heedReferences(handle, false);
            tables(handle).forEach(table -> handle.execute("delete from " + table));
            heedReferences(handle, true);
            handle.execute("insert into ledger_head (only_row, id, hash) values (1, 0, ?)", "0".repeat(64));
            handle.execute("insert into ledger_settled (only_row, id) values (1, 0)");
        }
    }

    /** Zeef's own, by name. */
    static List<String> tables(Handle handle) {
        return handle.createQuery("select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%' order by 1")
                .mapTo(String.class)
                .list();
    }

    private static boolean isAny(Handle handle, String count) {
        return handle.createQuery(count).mapTo(Integer.class).one() > 0;
    }

    private static Path ofThisJvm() {
        try {
            return Files.createTempDirectory("zeef");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Path folder) {
        shared.close();
        Stream.concat(Arrays.stream(folder.toFile().listFiles()), Stream.of(folder.toFile()))
                .forEach(File::delete);
    }

    private static final class Server {

        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final Started STARTED = start();

        /** The server, or why there is none. */
        private record Started(Optional<EmbeddedPostgres> server, String fault) {}

        /** Its texts are sorted as a Belgian town's are, which is not by the numbers of their characters. */
        private static Started start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                execute(server, "create database zeef locale_provider icu icu_locale 'nl-BE' template template0");
                Storage.open(
                                new Settings.Database(server.getJdbcUrl("postgres", "zeef"), "postgres", ""),
                                Clock.systemUTC())
                        .close();
                return new Started(Optional.of(server), "");
            } catch (IOException | IllegalStateException | SQLException e) {
                return new Started(Optional.empty(), "PostgreSQL does not start here: " + e);
            }
        }

        /** A copy of one that was migrated: quicker than to migrate each. */
        static String fresh() {
            Assumptions.assumeTrue(STARTED.server().isPresent(), STARTED.fault());
            EmbeddedPostgres server = STARTED.server().orElseThrow();
            String name = "zeef" + DATABASES.incrementAndGet();
            try {
                execute(server, "create database " + name + " template zeef");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server.getJdbcUrl("postgres", name);
        }

        private static void execute(EmbeddedPostgres server, String statement) throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }
    }
}
