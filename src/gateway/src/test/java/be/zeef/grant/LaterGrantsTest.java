package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.CountsFrom;
import be.zeef.agreement.CountsFrom.When;
import be.zeef.plan.FirstDays;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A class that counts from a day in the course of the school year leaves the days before it to the class that was granted first; and a
 * pupil with two numbers is granted under each.
 */
@OnEachDatabase
class LaterGrantsTest {

    private static final String AGREEMENT = "test";
    private static final String DELIVERY = "TEST.2025.00001";
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Optional<LocalDate> APRIL = Optional.of(LocalDate.of(2026, 4, 15));
    private static final GrantPeriod YEAR = GrantPeriod.schoolYear(MAY);
    private static final Insz PUPIL = Insz.of("85651200136", Realm.SANDBOX);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private PeopleAtRest people;

    LaterGrantsTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void open() {
        people = new PeopleAtRest(Keys.in(folder.resolve("keys")), AGREEMENT);
    }

    @Test
    void countsFromTheStartOfTheRight() throws SQLException {
        grant("L1", "A", APRIL);

        assertThat(granted()).containsExactly("L1 A 2026-04-15");
    }

    @Test
    void waits_untilTheEarlierClassIsToldForTheDaysBefore() throws SQLException {
        grant("L1", "B", Optional.empty());
        assertThat(granted()).containsExactly("L1 B 2025-09-01");

        assertThat(grant("L1", "A", APRIL)).as("it is new, and waits").isEqualTo(1);
        takeUp();
        assertThat(granted()).as("B is in no delivery yet").containsExactly("L1 B 2025-09-01");

        deliver("CONFIRMED", "ACCEPTED");
        takeUp();
        assertThat(granted()).containsExactly("L1 A 2026-04-15");
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PACKED", "SENT", "ACCEPTED", "REFUSED"})
    void waits_whileTheRecipientHasNotTakenTheEarlierClassIn(String state) throws SQLException {
        grant("L1", "B", Optional.empty());
        deliver(state, "");
        grant("L1", "A", APRIL);
        takeUp();

        assertThat(granted()).containsExactly("L1 B 2025-09-01");
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void waits_whileTheLineOfTheEarlierClassIsRefused() throws SQLException {
        grant("L1", "B", Optional.empty());
        deliver("CONFIRMED", "REFUSED");
        grant("L1", "A", APRIL);
        takeUp();

        assertThat(granted()).containsExactly("L1 B 2025-09-01");
    }

    @Test
    void isPutInPlaceAtOnce_onceTheEarlierClassIsTakenIn() throws SQLException {
        grant("L1", "B", Optional.empty());
        deliver("CONFIRMED", "ACCEPTED");
        grant("L1", "A", APRIL);

        assertThat(granted()).containsExactly("L1 A 2026-04-15");
    }

    @Test
    void replacesWhatNobodyWasTold_whenItCoversAllOfIt() throws SQLException {
        grant("L1", "C", Optional.empty());
        grant("L1", "B", Optional.empty());

        assertThat(granted()).containsExactly("L1 B 2025-09-01");
    }

    @Test
    void grantsUnderEachNumber_onceInWhateverOrder() throws SQLException {
        assertThat(grant(List.of("L1", "L2"), "A", APRIL)).isEqualTo(2);
        assertThat(grant(List.of("L2", "L1"), "A", APRIL)).isZero();
        assertThat(grant(List.of("L0", "L1", "L2"), "A", APRIL))
                .as("a number that came later")
                .isEqualTo(1);

        assertThat(granted()).containsExactly("L0 A 2026-04-15", "L1 A 2026-04-15", "L2 A 2026-04-15");
        assertThat(lines()).as("a line of its own each").doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void improvesUnderEachNumber() throws SQLException {
        grant(List.of("L1", "L2"), "C", Optional.empty());
        List<String> before = lines();

        assertThat(grant(List.of("L2", "L1"), "B", Optional.empty())).isEqualTo(2);

        assertThat(granted()).containsExactly("L1 B 2025-09-01", "L2 B 2025-09-01");
        assertThat(lines()).doesNotContainAnyElementsOf(before);
    }

    private int grant(String number, String value, Optional<LocalDate> since) throws SQLException {
        return grant(List.of(number), value, since);
    }

    private int grant(List<String> numbers, String value, Optional<LocalDate> since) throws SQLException {
        CountsFrom from = new CountsFrom(When.START_OF_PERIOD, Map.of("A", When.START_OF_RIGHT));
        List<String> classes = List.of("A", "B", "C");
        SyncPlan.Granted granted = new SyncPlan.Granted(
                YEAR, new FirstDays(YEAR, from, MAY), "klasse", Set.copyOf(classes), classes, false, false);
        return jdbi.<Integer, SQLException>inTransaction(handle -> {
            try (GrantWriter writer = new GrantWriter(handle, granted, 1, people)) {
                numbers.forEach(number -> writer.grant(PUPIL, number, value, since));
                return writer.flush();
            }
        });
    }

    private void deliver(String state, String result) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                            + " values (?, ?, 2025, 1, 1, 1, ?, '', '')",
                    DELIVERY,
                    AGREEMENT,
                    state);
            handle.execute("update grants set standing = 'IN_DELIVERY', delivery = ?, result = ?", DELIVERY, result);
        });
    }

    private void takeUp() {
        jdbi.useTransaction(handle -> Improvements.takeUp(handle, AGREEMENT));
    }

    private long waiting() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from grant_improvement")
                .mapTo(Long.class)
                .one());
    }

    private List<String> granted() {
        return jdbi
                .withHandle(handle -> handle.createQuery("select key_vault, flag_value, from_day from grants")
                        .map((row, context) -> people.vault().openText(row.getBytes(1)) + " " + row.getString(2) + " "
                                + row.getObject(3, LocalDate.class))
                        .list())
                .stream()
                .sorted()
                .toList();
    }

    private List<String> lines() {
        return jdbi.withHandle(handle -> handle.createQuery("select line from grants")
                .mapTo(String.class)
                .list());
    }
}
