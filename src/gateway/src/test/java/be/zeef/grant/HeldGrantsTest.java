package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.ObjectedException;
import be.zeef.objection.KnownObjectors;
import be.zeef.objection.Objecting;
import be.zeef.objection.Objections;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.run.PersonNumbers;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was granted and not handed over is held back when its subject objects, or somebody who stood in its household; and only that. */
@OnEachDatabase
class HeldGrantsTest {

    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);
    private static final Insz THREE = Insz.of("75680836687", Realm.SANDBOX);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final GrantPeriod YEAR = GrantPeriod.calendarYear(DAY);
    private static final SyncPlan.Granted GRANTED = new SyncPlan.Granted(YEAR, "", Set.of(), List.of(), false);
    private static final DeliveryHead HEAD =
            new DeliveryHead("TEST", "a", 2026, 1, DAY, "gent.be", DeliveryHead.Format.CSV);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private Keys keys;
    private PeopleAtRest people;
    private Objecting objecting;

    HeldGrantsTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void keys() {
        keys = Keys.in(folder.resolve("keys"));
        people = new PeopleAtRest(keys, "a");
        objecting = new Objecting(jdbi, keys);
    }

    private void grant(Insz person, String... recipientKeys) {
        jdbi.useTransaction(handle -> {
            try (GrantWriter writer = new GrantWriter(handle, GRANTED, 7, people)) {
                for (String key : recipientKeys) {
                    writer.grant(person, key, "");
                }
                writer.flush();
            }
        });
    }

    private long taken() {
        return jdbi.inTransaction(handle -> Grants.take(handle, HEAD, "a", Objections.of(handle, people)));
    }

    private long held() {
        return jdbi.withHandle(handle -> HeldGrants.count(handle, "a", Objections.of(handle, people)));
    }

    @Test
    void shouldHoldAll_whateverKeysTheRecipientKnowsThePersonBy() {
        grant(ONE, "L1", "L2");
        grant(TWO, "L3");
        objecting.enter("a", ONE);

        assertThat(held()).isEqualTo(2);
        assertThat(taken()).isEqualTo(1);
        assertThat(held()).isEqualTo(2);
    }

    @Test
    void shouldHoldWhatWasGrantedUnderAFormerNumber() {
        grant(ONE, "");
        PersonNumbers.learn(jdbi, people, Map.of(TWO.value(), List.of(ONE.value())));
        objecting.enter("a", TWO);

        assertThat(taken()).isZero();
        assertThat(held()).isEqualTo(1);
    }

    /** A grant is everybody's who stood in the household (docs/adr/0022). */
    @Test
    void shouldHoldWhatAHouseholdWasGranted_inWhichThePersonStood() {
        grant(ONE, "");
        grant(THREE, "");
        jdbi.useTransaction(handle -> {
            try (GrantMembers members = new GrantMembers(handle, people, 2026)) {
                members.add(TWO.value(), ONE.value());
            }
        });
        objecting.enter("a", TWO);

        assertThat(held()).isEqualTo(1);
        assertThat(taken()).isEqualTo(1);
    }

    /** A delivery of nobody tells something, too. */
    @Test
    void shouldOpenNoPeriod_inWhichAllIsHeld() {
        grant(ONE, "");
        objecting.enter("a", ONE);

        assertThat(jdbi.<List<Integer>, RuntimeException>withHandle(
                        handle -> Grants.openPeriods(handle, "a", Objections.of(handle, people))))
                .isEmpty();
    }

    @Test
    void shouldHoldNothing_ofWhoObjectsElsewhere_orNoMore() {
        grant(ONE, "");
        objecting.enter("b", ONE);
        assertThat(held()).isZero();
        objecting.enter("a", ONE);
        assertThat(held()).isEqualTo(1);
        objecting.withdrawAll();

        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void shouldGrantNothingByHand_andSayWhy() {
        objecting.enter("a", ONE);
        Ledger ledger = new Ledger(jdbi, Clock.systemUTC(), Halts.NEVER, new KnownObjectors(keys));
        HandGrants clerk = new HandGrants(jdbi, keys, ledger);

        assertThatThrownBy(() -> clerk.grant(plan(), ONE, "", "clerk-7", "a proof"))
                .isInstanceOf(ObjectedException.class);
        assertThat(clerk.grant(plan(), TWO, "", "clerk-7", "a proof")).isEqualTo(HandGrants.Result.GRANTED);
        assertThat(taken()).isEqualTo(1);
    }

    private static SyncPlan plan() {
        return new SyncPlan(
                "a",
                "a",
                "1",
                Optional.empty(),
                new SyncPlan.Measures(Set.of(), DAY),
                Map.of(),
                GRANTED,
                new SyncPlan.Delivered(SyncPlan.Identifier.INSZ, DeliveryHead.Format.CSV, "gent.be"));
    }
}
