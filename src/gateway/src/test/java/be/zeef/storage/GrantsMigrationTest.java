package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stood in the tables before they had the words of the house stands in them after, wherever the change was cut off. */
class GrantsMigrationTest {

    private static final List<String> BENEFITS_BEFORE = List.of(
            "insert into registration (agreement, subject, vault, since, needed)"
                    + " values ('a', 'somebody', x'00', date '2026-01-01', date '2026-01-01')",
            "insert into sync (agreement, version, on_date, population, state, started)"
                    + " values ('a', '1', date '2026-01-01', 'p', 'DONE', '')",
            "insert into decision (sync_id, subject, outcome, category) values (1, 'one', 'ELIGIBLE', 'C3')",
            "insert into benefit (agreement, grant_year, subject, vault, line, category, sync_id,"
                    + " delivery, result, code) values ('a', 2026, 'one', x'00', '1', 'C1', 1, '', '', ''),"
                    + " ('a', 2026, 'two', x'00', '2', 'C2', 1, 'IVAGO.2026.00001', '', '')");

    private static final List<String> GRANTED_BEFORE = List.of(
            "insert into grants (agreement, grant_year, subject, vault, line, flag_value, from_day, until_day, sync_id,"
                    + " delivery, result, code) values "
                    + Stream.of(
                                    "'one', x'00', '1', 'C1', %s, 1, null, '', ''",
                                    "'two', x'00', '2', 'C1', %s, 1, 'IVAGO.2026.00001', '', ''",
                                    "'three', x'00', '3', 'C1', %s, 0, 'IVAGO.2026.00001', 'REFUSED', 'X7'",
                                    "'four', x'00', '4', 'C1', %s, 1, 'closed', 'CLOSED', 'DECEASED'",
                                    "'five', x'00', '5', 'C1', %s, 0, 'uitpas', 'ALREADY_GRANTED', ''",
                                    "'six', x'00', '6', 'C1', %s, 1, null, '', 'HTTP_503'")
                            .map(row -> "('a', 2026, " + row.formatted("date '2026-01-01', date '2026-12-31'") + ")")
                            .collect(Collectors.joining(", ")),
            "insert into grant_improvement (agreement, grant_year, subject, flag_value, line, sync_id)"
                    + " values ('a', 2026, 'two', 'C2', '7', 1), ('a', 2026, 'three', 'C2', '8', 0)");

    @Test
    void keepsGrantsDecisionsAndInscriptions_whereverItDied() throws IOException, SQLException {
        DyingMigration migration = new DyingMigration("V28__grants_and_inscriptions.sql", "27", BENEFITS_BEFORE);
        assertThat(migration.statements()).isGreaterThan(10);
        migration.afterEach((done, texts) -> {
            assertThat(texts.of("select flag_value || ' ' || coalesce(delivery, 'none') from grants order by line"))
                    .as("after %d statements", done)
                    .containsExactly("C1 none", "C2 IVAGO.2026.00001");
            assertThat(texts.of("select flag_value from decision")).containsExactly("C3");
            assertThat(texts.of("select subject from inscription")).containsExactly("somebody");
        });
    }

    @Test
    void giveEveryGrantItsStanding_whereverItDied() throws IOException, SQLException {
        DyingMigration migration = new DyingMigration("V45__grant_standing.sql", "40", GRANTED_BEFORE);
        assertThat(migration.statements()).isGreaterThan(5);
        migration.afterEach((done, texts) -> {
            assertThat(texts.of("select line || ' ' || standing || ' ' || coalesce(delivery, 'none') || ' '"
                            + " || coalesce(result, 'nothing') || ' ' || code || ' '"
                            + " || coalesce(cast(sync_id as varchar(20)), 'a clerk') from grants order by line"))
                    .as("after %d statements", done)
                    .containsExactly(
                            "1 OPEN none nothing  1",
                            "2 IN_DELIVERY IVAGO.2026.00001 nothing  1",
                            "3 IN_DELIVERY IVAGO.2026.00001 REFUSED X7 a clerk",
                            "4 CLOSED none nothing DECEASED 1",
                            "5 CALLED none ALREADY_GRANTED  a clerk",
                            "6 OPEN none nothing HTTP_503 1");
            assertThat(texts.of("select coalesce(cast(sync_id as varchar(20)), 'a clerk')"
                            + " from grant_improvement order by subject"))
                    .containsExactly("a clerk", "1");
        });
    }
}
