package be.zeef.storage;

import be.zeef.settings.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The databases that a table's contract must hold on. Each test gets a fresh one, brought to this version. */
public enum TestDatabase {
    H2 {
        @Override
        public Settings.Database at(Path folder) {
            return new Settings.Database("jdbc:h2:file:" + folder.resolve("db"), "zeef", "secret");
        }
    },
    /** A real PostgreSQL 15, started once for all tests and stopped with them. */
    POSTGRESQL {
        @Override
        public Settings.Database at(Path folder) {
            return new Settings.Database(Server.fresh(), "postgres", "");
        }
    };

    /**
     * Where a fresh one lies.
     *
     * @param folder of the test, for what lies in files
     */
    public abstract Settings.Database at(Path folder);

    /** @param folder likewise */
    public Storage open(Path folder) {
        return Storage.open(at(folder), Clock.systemUTC());
    }

    private static final class Server {

        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final Started STARTED = start();

        /** The server, or why there is none. */
        private record Started(Optional<EmbeddedPostgres> server, String fault) {}

        private static Started start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                execute(server, "create database zeef");
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
