package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.security.Keys;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code grants}. */
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

    @ParameterizedTest
    @EnumSource
    void areGrantedOnceAPeriod_andImprovedByABetterValue(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                assertThat(grant(handle, ONE, "C1")).isOne();
                assertThat(grant(handle, ONE, "C1")).isZero();
                assertThat(grant(handle, ONE, "C2")).isOne();
                assertThat(grant(handle, ONE, "C1")).isZero();
                assertThat(grant(handle, TWO, "C1")).isOne();
                assertThat(values(handle)).containsExactlyInAnyOrder("C1", "C2");
                assertThat(Grants.ofRun(handle, 7)).isEqualTo(2);
                assertThat(Grants.holders(handle, "a", 2026)).hasSize(2);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void standInOneDelivery_andAreOpenUntilTheyAreClosed(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                grant(handle, ONE, "C1");
                grant(handle, TWO, "C2");
                assertThat(Grants.openPeriods(handle, "a")).containsExactly(2026);
                assertThat(Grants.take(handle, HEAD, "a")).isEqualTo(2);
                assertThat(Grants.take(handle, HEAD, "a")).isZero();

                List<DeliveryLine> lines = new ArrayList<>();
                Grants.eachOf(
                        handle,
                        HEAD.name(),
                        new SyncPlan.Delivered(SyncPlan.Identifier.INSZ, DeliveryHead.Format.CSV, "gent.be"),
                        people().vault(),
                        lines::add);
                assertThat(lines).hasSize(2);
                Grants.result(handle, HEAD.name(), lines.get(0).id(), DeliveryReceipt.LineResult.REFUSED, "X");
                assertThat(Grants.answered(handle, HEAD.name())).isOne();
                assertThat(Grants.refused(handle, HEAD.name())).isOne();
                assertThat(OpenPeriod.of(handle, "a")).containsExactly(new OpenPeriod(YEAR.until(), 0, 1, 0, 0, 0));
                Grants.retryRefused(handle, "a");
                assertThat(Grants.openPeriods(handle, "a")).isEmpty();
                assertThat(Grants.close(handle, "a", YEAR.until())).isOne();
                assertThat(OpenPeriod.of(handle, "a")).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTariffs_areOpenUntilTheyEndOrAreKnown(TestDatabase database) {
        String subject = people().pseudonym(ONE);
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                grant(handle, ONE, "C1");
                assertThat(Grants.openTariffs(handle, "a", YEAR.until()))
                        .extracting(TariffGrants.Row::subject, TariffGrants.Row::until)
                        .containsExactly(tuple(subject, YEAR.until()));
                assertThat(Grants.endedTariffs(handle, "a", YEAR.until().plusDays(1)))
                        .containsExactly(new TariffGrants.Ended(YEAR.until(), 1));
                Grants.called(handle, "a", subject, 2026, Optional.empty(), "DOWN");
                assertThat(Grants.openTariffs(handle, "a", YEAR.until())).hasSize(1);
                Grants.called(handle, "a", subject, 2026, Optional.of("ACCEPTED"), "");
                assertThat(Grants.openTariffs(handle, "a", YEAR.until())).isEmpty();
                assertThat(Grants.close(handle, "a", YEAR.until()))
                        .as("what was given")
                        .isZero();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTariffs_mayBeClosedWhenTheyWereRefused_andAreNotGrantedAnyMore(TestDatabase database) {
        String subject = people().pseudonym(ONE);
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                grant(handle, ONE, "C1");
                Grants.called(handle, "a", subject, 2026, Optional.of("REFUSED"), "NO_CARD");
                assertThat(Grants.openTariffs(handle, "a", YEAR.until())).hasSize(1);
                assertThat(OpenPeriod.of(handle, "a")).containsExactly(new OpenPeriod(YEAR.until(), 0, 1, 0, 0, 0));

                assertThat(Grants.close(handle, "a", YEAR.until())).isOne();

                assertThat(Grants.openTariffs(handle, "a", YEAR.until())).isEmpty();
                assertThat(OpenPeriod.of(handle, "a")).isEmpty();
            });
        }
    }

    private int grant(Handle handle, Insz person, String value) {
        try (GrantWriter writer = new GrantWriter(handle, GRANTED, 7, people())) {
            writer.grant(person, "", value);
            return writer.flush();
        }
    }

    private static List<String> values(Handle handle) {
        return handle.createQuery("select flag_value from grants")
                .mapTo(String.class)
                .list();
    }

    private PeopleAtRest people() {
        return new PeopleAtRest(Keys.in(folder.resolve("keys")), "a");
    }
}
