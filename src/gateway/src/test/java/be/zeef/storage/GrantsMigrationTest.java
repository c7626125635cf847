package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stood in the tables before they had the words of the house stands in them after, wherever the change was cut off. */
class GrantsMigrationTest {

    private static final Path MIGRATIONS = Path.of("src/gateway/src/main/resources/db/migration/both");

    @Test
    void keepsGrantsDecisionsAndInscriptions_whereverItDied() throws IOException, SQLException {
        List<String> statements = Arrays.stream(Files.readString(MIGRATIONS.resolve("V28__grants_and_inscriptions.sql"))
                        .split(";\\s*\n"))
                .toList();
        assertThat(statements).hasSizeGreaterThan(10);
        for (int done = 0; done <= statements.size(); done++) {
            Settings.Database database =
                    new Settings.Database("jdbc:h2:mem:grants-" + done + ";DB_CLOSE_DELAY=-1", "zeef", "zeef");
            filledBefore(database, statements.subList(0, done));
            try (Storage storage = Storage.open(database)) {
                assertThat(texts(
                                storage,
                                "select flag_value || ' ' || coalesce(delivery, 'none') from grants order by line"))
                        .as("after %d statements", done)
                        .containsExactly("C1 none", "C2 IVAGO.2026.00001");
                assertThat(texts(storage, "select flag_value from decision")).containsExactly("C3");
                assertThat(texts(storage, "select subject from inscription")).containsExactly("somebody");
            }
        }
    }

    private static void filledBefore(Settings.Database database, List<String> statements) throws SQLException {
        Maker.H2
                .migrations()
                .dataSource(database.url(), database.user(), database.password())
                .target("27")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("insert into registration (agreement, subject, vault, since, needed)"
                    + " values ('a', 'somebody', x'00', date '2026-01-01', date '2026-01-01')");
            statement.execute("insert into sync (agreement, version, on_date, population, state, started)"
                    + " values ('a', '1', date '2026-01-01', 'p', 'DONE', '')");
            statement.execute(
                    "insert into decision (sync_id, subject, outcome, category) values (1, 'one', 'ELIGIBLE', 'C3')");
            statement.execute("insert into benefit (agreement, grant_year, subject, vault, line, category, sync_id,"
                    + " delivery, result, code) values ('a', 2026, 'one', x'00', '1', 'C1', 1, '', '', ''),"
                    + " ('a', 2026, 'two', x'00', '2', 'C2', 1, 'IVAGO.2026.00001', '', '')");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> texts(Storage storage, String query) {
        return storage.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
