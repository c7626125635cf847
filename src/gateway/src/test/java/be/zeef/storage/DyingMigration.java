package be.zeef.storage;

import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * One migration of an H2 database with something in it, which dies after each of its statements in turn: H2 commits each, and whoever
 * opens the database then must begin it again.
 */
final class DyingMigration {

    private static final Path MIGRATIONS = Path.of("src/gateway/src/main/resources/db/migration/both");

    private final String name;
    private final String before;
    private final List<String> rows;
    private final List<String> statements;

    /**
     * @param name of its file
     * @param before the version that the database is of
     * @param rows statements that fill it
     */
    DyingMigration(String name, String before, List<String> rows) throws IOException {
        this.name = name;
        this.before = before;
        this.rows = rows;
        this.statements = Arrays.stream(
                        Files.readString(MIGRATIONS.resolve(name)).split(";\\s*\n"))
                .toList();
    }

    /** The texts that a query gives. */
    interface Texts {
        List<String> of(String query);
    }

    /** Looks at what became of it. */
    interface Look {
        void at(int statementsDone, Texts texts);
    }

    /** How many it has. */
    int statements() {
        return statements.size();
    }

    void afterEach(Look look) throws SQLException {
        for (int done = 0; done <= statements.size(); done++) {
            Settings.Database database =
                    new Settings.Database("jdbc:h2:mem:" + name + "-" + done + ";DB_CLOSE_DELAY=-1", "zeef", "zeef");
            died(database, statements.subList(0, done));
            try (Storage storage = Storage.open(database, Clock.systemUTC())) {
                look.at(done, query -> storage.jdbi()
                        .withHandle(handle ->
                                handle.createQuery(query).mapTo(String.class).list()));
            }
        }
    }

    private void died(Settings.Database database, List<String> done) throws SQLException {
        Maker.H2
                .migrations()
                .dataSource(database.url(), database.user(), database.password())
                .target(before)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (String each : rows) {
                statement.execute(each);
            }
            for (String each : done) {
                statement.execute(each);
            }
        }
    }
}
