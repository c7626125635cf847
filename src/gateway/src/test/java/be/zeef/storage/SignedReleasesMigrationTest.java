package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What became of releases that were a name somebody typed, when releases became signatures. */
class SignedReleasesMigrationTest {

    private static final Settings.Database DATABASE =
            new Settings.Database("jdbc:h2:mem:signed-releases;DB_CLOSE_DELAY=-1", "zeef", "zeef");

    @Test
    void countsNoHalfReleaseThatNobodySigned() throws SQLException {
        Maker.H2
                .migrations()
                .dataSource(DATABASE.url(), DATABASE.user(), DATABASE.password())
                .target("13")
                .load()
                .migrate();
        try (Connection connection =
                DriverManager.getConnection(DATABASE.url(), DATABASE.user(), DATABASE.password())) {
            for (String state : List.of("COMPOSED", "RELEASED_ONCE", "RELEASED", "HANDED", "SETTLED", "WITHDRAWN")) {
                insert(connection, state);
            }
        }
        try (Storage storage = Storage.open(DATABASE, Clock.systemUTC())) {
            Map<String, String> states = storage.jdbi()
                    .withHandle(handle -> handle.createQuery("select name, state from payment_file")
                            .setMapKeyColumn("name")
                            .setMapValueColumn("state")
                            .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, String>>() {}));
            assertThat(states)
                    .hasSize(6)
                    .containsEntry("WAS-RELEASED_ONCE", "COMPOSED")
                    .containsEntry("WAS-COMPOSED", "COMPOSED")
                    // what may have left stays counted as paid
                    .containsEntry("WAS-RELEASED", "RELEASED")
                    .containsEntry("WAS-HANDED", "HANDED")
                    .containsEntry("WAS-SETTLED", "SETTLED")
                    .containsEntry("WAS-WITHDRAWN", "WITHDRAWN");
        }
    }

    private static void insert(Connection connection, String state) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into payment_file (name, agreement, for_month, sequence, format, execution, payments, cents,"
                        + " digest, vault, state, composed, first_by, first_digest, second_by)"
                        + " values (?, 'a', '2026-06', ?, 'pain.001.001.09', date '2026-07-06', 1, 1, 'd', null, ?, '',"
                        + " 'an/an', 'd', 'bert/bert')")) {
            insert.setString(1, "WAS-" + state);
            insert.setInt(2, state.hashCode());
            insert.setString(3, state);
            insert.executeUpdate();
        }
    }
}
