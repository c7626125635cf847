package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.objection.Objections;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.security.Keys;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grants: of each subject and period one, which is in one delivery and open until it is settled or closed. */
@ContractOf("grants")
class GrantsTest {

    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);
    private static final GrantPeriod YEAR = GrantPeriod.calendarYear(LocalDate.of(2026, 7, 16));
    private static final SyncPlan.Granted GRANTED =
            new SyncPlan.Granted(YEAR, "category", Set.of("C1", "C2"), List.of("C2", "C1"), false);
    private static final DeliveryHead HEAD =
            new DeliveryHead("TEST", "a", 2026, 1, LocalDate.of(2026, 7, 16), "gent.be", DeliveryHead.Format.CSV);

    @TempDir
    Path folder;

    private final Handle handle;
    private PeopleAtRest people;

    GrantsTest(Handle handle) {
        this.handle = handle;
    }

    @BeforeEach
    void keys() {
        people = new PeopleAtRest(Keys.in(folder.resolve("keys")), "a");
    }

    private int grant(Insz person, String value) {
        return grant(handle, person, value);
    }

    private int grant(Handle on, Insz person, String value) {
        try (GrantWriter writer = new GrantWriter(on, GRANTED, 7, people)) {
            writer.grant(person, "", value);
            return writer.flush();
        }
    }

    private List<String> values() {
        return handle.createQuery("select flag_value from grants order by flag_value")
                .mapTo(String.class)
                .list();
    }

    private List<DeliveryLine> lines() {
        List<DeliveryLine> lines = new ArrayList<>();
        Grants.eachOf(
                handle,
                HEAD.name(),
                new SyncPlan.Delivered(SyncPlan.Identifier.INSZ, DeliveryHead.Format.CSV, "gent.be"),
                people.vault(),
                lines::add);
        return lines;
    }

    @Test
    void areGrantedOnceAPeriod_andImprovedByABetterValue() {
        assertThat(grant(ONE, "C1")).isOne();
        assertThat(grant(ONE, "C1")).isZero();
        assertThat(grant(ONE, "C2")).isOne();
        assertThat(grant(ONE, "C1")).isZero();
        assertThat(grant(TWO, "C1")).isOne();

        assertThat(values()).containsExactly("C1", "C2");
        assertThat(Grants.ofRun(handle, 7)).isEqualTo(2);
        assertThat(Grants.peopleOfRun(handle, 7)).isEqualTo(2);
        assertThat(Grants.holders(handle, "a", 2026))
                .extracting(people.vault()::open)
                .containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void areGrantedOnce_whoeverElseIsGranting(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> grant(one, ONE, "C1"), other -> grant(other, ONE, "C1")))
                .matches(Duplicates::caused);
        assertThat(values()).containsExactly("C1");
    }

    @Test
    void areGrantedByTheSecond_whenTheFirstIsRolledBack(Meeting meeting) {
        assertThat(meeting.<Integer>afterRollback(one -> grant(one, ONE, "C1"), other -> grant(other, ONE, "C2")))
                .isOne();
        assertThat(values()).containsExactly("C2");
    }

    @Test
    void keepTheBetterValue_whoeverElseIsImproving(Meeting meeting) {
        grant(ONE, "C1");

        assertThat(meeting.<Integer>afterCommit(one -> grant(one, ONE, "C2"), other -> grant(other, ONE, "C2")))
                .as("it was improved already")
                .isZero();
        assertThat(values()).containsExactly("C2");
    }

    @Test
    void standInOneDelivery_andAreOpenUntilTheyAreClosed() {
        grant(ONE, "C1");
        grant(TWO, "C2");
        assertThat(Grants.openPeriods(handle, "a", Objections.of(handle, people)))
                .containsExactly(2026);
        assertThat(Grants.take(handle, HEAD, "a", Objections.of(handle, people)))
                .isEqualTo(2);
        assertThat(Grants.take(handle, HEAD, "a", Objections.of(handle, people)))
                .isZero();
        assertThat(Grants.haveColumns(handle, HEAD.name())).isFalse();

        List<DeliveryLine> lines = lines();
        assertThat(lines).hasSize(2).extracting(DeliveryLine::id).isSorted();
        Grants.result(handle, HEAD.name(), lines.get(0).id(), DeliveryReceipt.LineResult.REFUSED, "X");
        assertThat(Grants.answered(handle, HEAD.name())).isOne();
        assertThat(Grants.refused(handle, HEAD.name())).isOne();
        assertThat(OpenPeriod.of(handle, "a")).containsExactly(new OpenPeriod(YEAR.until(), 0, 1, 0, 0, 0));
        Grants.retryRefused(handle, "a");
        assertThat(Grants.openPeriods(handle, "a", Objections.of(handle, people)))
                .as("the rest of the receipt is awaited")
                .isEmpty();
        assertThat(Grants.close(handle, "a", YEAR.until())).isOne();
        assertThat(OpenPeriod.of(handle, "a")).isEmpty();
    }

    /** Two nodes pack at once: what the first took is in no other delivery. */
    @Test
    void standInOneDelivery_whoeverElseIsPacking(Meeting meeting) {
        grant(ONE, "C1");
        DeliveryHead second =
                new DeliveryHead("TEST", "a", 2026, 2, LocalDate.of(2026, 7, 16), "gent.be", DeliveryHead.Format.CSV);

        assertThat(meeting.<Long>afterCommit(
                        one -> Grants.take(one, HEAD, "a", Objections.of(one, people)),
                        other -> Grants.take(other, second, "a", Objections.of(other, people))))
                .isZero();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void areToldInTheOrderOfTheirLines_whichIsThatOfTheirCharacters() {
        grant(ONE, "C1");
        grant(TWO, "C1");
        handle.execute("update grants set line = 'B-2' where subject = ?", people.pseudonym(ONE));
        handle.execute("update grants set line = 'a-1' where subject = ?", people.pseudonym(TWO));
        Grants.take(handle, HEAD, "a", Objections.of(handle, people));

        assertThat(lines()).extracting(DeliveryLine::id).containsExactly("B-2", "a-1");
    }

    @Test
    void ofAnotherAgreementOrDelivery_areLeftAlone() {
        grant(ONE, "C1");

        assertThat(Grants.take(handle, HEAD, "b", Objections.of(handle, people)))
                .isZero();
        assertThat(Grants.openPeriods(handle, "b", Objections.of(handle, people)))
                .isEmpty();
        assertThat(Grants.close(handle, "b", YEAR.until())).isZero();
        assertThat(Grants.close(handle, "a", YEAR.until().plusDays(1))).isZero();
        assertThat(Grants.result(handle, HEAD.name(), "line", DeliveryReceipt.LineResult.ACCEPTED, ""))
                .isZero();
        assertThat(Grants.openPeriods(handle, "a", Objections.of(handle, people)))
                .containsExactly(2026);
    }

    @Test
    void ofTariffs_areOpenUntilTheyEndOrAreKnown() {
        String subject = people.pseudonym(ONE);
        grant(ONE, "C1");
        assertThat(Grants.openTariffs(handle, "a", YEAR.until(), Objections.of(handle, people)))
                .extracting(TariffGrants.Row::subject, TariffGrants.Row::until)
                .containsExactly(tuple(subject, YEAR.until()));
        assertThat(Grants.endedTariffs(handle, "a", YEAR.until())).isEmpty();
        assertThat(Grants.endedTariffs(handle, "a", YEAR.until().plusDays(1)))
                .containsExactly(new TariffGrants.Ended(YEAR.until(), 1));
        Grants.called(handle, "a", subject, 2026, Optional.empty(), "DOWN");
        assertThat(Grants.openTariffs(handle, "a", YEAR.until(), Objections.of(handle, people)))
                .hasSize(1);
        Grants.called(handle, "a", subject, 2026, Optional.of("ACCEPTED"), "");
        assertThat(Grants.openTariffs(handle, "a", YEAR.until(), Objections.of(handle, people)))
                .isEmpty();
        assertThat(Grants.close(handle, "a", YEAR.until())).as("what was given").isZero();
    }

    @Test
    void ofTariffs_mayBeClosedWhenTheyWereRefused_andAreNotGrantedAnyMore() {
        grant(ONE, "C1");
        Grants.called(handle, "a", people.pseudonym(ONE), 2026, Optional.of("REFUSED"), "NO_CARD");
        assertThat(Grants.openTariffs(handle, "a", YEAR.until(), Objections.of(handle, people)))
                .hasSize(1);
        assertThat(OpenPeriod.of(handle, "a")).containsExactly(new OpenPeriod(YEAR.until(), 0, 1, 0, 0, 0));

        assertThat(Grants.close(handle, "a", YEAR.until())).isOne();

        assertThat(Grants.openTariffs(handle, "a", YEAR.until(), Objections.of(handle, people)))
                .isEmpty();
        assertThat(OpenPeriod.of(handle, "a")).isEmpty();
    }

    @Test
    void keepWhatIsLong_andCutNothing() {
        String value = Longest.of(handle, "grants", "flag_value");
        String code = Longest.of(handle, "grants", "code");
        assertThatThrownBy(() -> grant(ONE, value + "y")).isInstanceOf(JdbiException.class);
        assertThat(values()).isEmpty();

        grant(ONE, value);
        Grants.called(handle, "a", people.pseudonym(ONE), 2026, Optional.of("ALREADY_GRANTED"), code);
        assertThat(values()).containsExactly(value);
        assertThat(handle.createQuery("select code from grants")
                        .mapTo(String.class)
                        .one())
                .isEqualTo(code);
    }
}
