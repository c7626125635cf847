package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Ledger;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.storage.ContractOf;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A better value that is decided while the earlier one is under way is neither lost nor ever followed by a worse one. */
@ContractOf("grant_improvement")
class ImprovementsTest {

    private static final String AGREEMENT = "test";
    private static final String DELIVERY = "TEST.2025.00001";
    private static final GrantPeriod YEAR = GrantPeriod.schoolYear(LocalDate.of(2026, 5, 1));
    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private PeopleAtRest people;
    private OpenGrants open;
    private long run;

    ImprovementsTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void deliverC() {
        people = new PeopleAtRest(Keys.in(folder.resolve("keys")), AGREEMENT);
        open = new OpenGrants(jdbi, new Ledger(jdbi, Clock.systemUTC()), AGREEMENT);
        decide("C");
        jdbi.useTransaction(handle -> {
            handle.execute("update grants set standing = 'IN_DELIVERY', delivery = ?", DELIVERY);
            handle.execute(
                    "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                            + " values (?, ?, 2025, 1, 1, 1, 'PACKED', '', '')",
                    DELIVERY,
                    AGREEMENT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PACKED", "SENT", "ACCEPTED"})
    void waitsWhileTheDeliveryIsUnderWay(String state) {
        state(state);

        assertThat(decide("B")).as("it is new").isEqualTo(1);
        takeUp();

        assertThat(granted()).containsExactly("C in " + DELIVERY);
        assertThat(waiting()).containsExactly(new Improvements.Waiting(YEAR.until(), 1));
        assertThat(open.periods()).singleElement().satisfies(period -> {
            assertThat(period.grants()).isEqualTo(1);
            assertThat(period.improvements()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "REFUSED"})
    void takesThePlaceOfTheEarlierOne_onceThatIsSettled(String state) {
        String line = line();
        decide("B");
        state(state);
        takeUp();

        assertThat(granted()).containsExactly("B in OPEN");
        assertThat(line()).as("the recipient must not take it for the first").isNotEqualTo(line);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isOpen_whenTheReceiptCameAndNoRunHasTakenItUp() {
        decide("B");
        confirmed();

        assertThat(open.periods()).containsExactly(new OpenPeriod(YEAR.until(), 1, 0, 0, 0, 1));
    }

    @Test
    void isOnePerPerson_andTheBest() {
        assertThat(decide("B")).isEqualTo(1);
        assertThat(decide("B")).as("it waits already").isZero();
        assertThat(decide("A")).isEqualTo(1);
        assertThat(decide("B")).isZero();
        assertThat(decide("C")).isZero();
        confirmed();
        takeUp();

        assertThat(granted()).containsExactly("A in OPEN");
    }

    @Test
    void isNotUndoneByAWorseOne_thatIsDecidedAfterTheReceiptCame() {
        decide("A");
        confirmed();
        decide("B");
        takeUp();

        assertThat(granted()).containsExactly("A in OPEN");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isForgotten_whenABetterOneWasGrantedMeanwhile() {
        decide("B");
        confirmed();
        decide("A");
        assertThat(waiting()).isEmpty();
        takeUp();

        assertThat(granted()).containsExactly("A in OPEN");
    }

    @Test
    void isForgotten_whenItWasGrantedMeanwhile() {
        decide("B");
        confirmed();
        decide("B");

        assertThat(granted()).containsExactly("B in OPEN");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void touchesNobodyElse() throws SQLException {
        write(TWO, "B");
        decide("B");
        confirmed();
        takeUp();

        assertThat(granted()).containsExactly("B in OPEN", "B in OPEN");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isClosedByAPerson_whenItsPeriodEnded_andTheEarlierOneStays() {
        decide("B");
        assertThat(closed()).as("the receipt is awaited").isZero();
        assertThat(waiting()).hasSize(1);
        confirmed();

        assertThat(closed()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
        assertThat(granted()).containsExactly("C in " + DELIVERY);
        assertThat(open.periods()).isEmpty();
    }

    @Test
    void isClosedWithItsGrant_whenThatWasRefused() {
        decide("B");
        state("REFUSED");

        assertThat(closed()).as("one person's grant").isEqualTo(1);
        assertThat(waiting()).isEmpty();
        takeUp();
        assertThat(granted()).containsExactly("C in CLOSED");
        assertThat(open.periods()).isEmpty();
    }

    private long closed() {
        return open.close(YEAR.until(), YEAR.until().plusDays(1), "an", "they moved away");
    }

    private int decide(String value) {
        try {
            return write(ONE, value);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a run of its own. */
    private int write(Insz person, String value) throws SQLException {
        SyncPlan.Granted granted =
                new SyncPlan.Granted(YEAR, "klasse", Set.of("A", "B", "C"), List.of("A", "B", "C"), false);
        run++;
        return jdbi.<Integer, SQLException>inTransaction(handle -> {
            try (GrantWriter writer = new GrantWriter(handle, granted, run, people)) {
                writer.grant(person, "pupil-1", value);
                return writer.flush();
            }
        });
    }

    private void state(String state) {
        jdbi.useTransaction(handle -> handle.execute("update delivery set state = ?", state));
    }

    private void confirmed() {
        state("CONFIRMED");
        jdbi.useTransaction(
                handle -> handle.execute("update grants set result = 'ACCEPTED' where delivery = ?", DELIVERY));
    }

    private void takeUp() {
        jdbi.useTransaction(handle -> Improvements.takeUp(handle, AGREEMENT));
    }

    private List<Improvements.Waiting> waiting() {
        return jdbi.withHandle(handle -> Improvements.waiting(handle, AGREEMENT));
    }

    private List<String> granted() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select flag_value || ' in ' || coalesce(delivery, standing) from grants")
                        .mapTo(String.class)
                        .list());
    }

    private String line() {
        return jdbi.withHandle(handle -> handle.createQuery("select line from grants")
                .mapTo(String.class)
                .one());
    }
}
