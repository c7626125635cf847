package be.zeef.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.agreement.Agreements;
import be.zeef.dossier.Dossier;
import be.zeef.dossier.Dossiers;
import be.zeef.dossier.Happening;
import be.zeef.dossier.Kind;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.objection.ObjectionDesk.Result;
import be.zeef.run.PersonNumbers;
import be.zeef.security.Keys;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an officer enters is an entry of the ledger, told to the person, found when somebody deletes it, and lifted for a reason only. */
class ObjectionDeskTest {

    private static final Insz ANNA = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz FRESH = Insz.of("77610100173", Realm.SANDBOX);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T08:00:00Z"), ZoneOffset.UTC);
    private static final ObjectionDesk.Act LETTER = new ObjectionDesk.Act("dpo", " her letter of 1 July ");
    private static final ObjectionDesk.Act LIFTED = new ObjectionDesk.Act("dpo-2", "she withdrew it");
    private static final String TOWN = "gent-uitpas";
    private static final String BAGS = "gent-huisvuilzakken";

    @TempDir
    Path folder;

    /** An installation of two agreements. */
    private final class House implements AutoCloseable {
        private final Storage storage;
        private final Keys keys = Keys.in(folder.resolve("keys"));
        private final ObjectionDesk desk;

        House(TestDatabase database) {
            storage = Storage.open(database.at(folder), CLOCK);
            desk = new ObjectionDesk(storage, keys, Set.of(TOWN, BAGS), CLOCK);
        }

        boolean stopped(String agreement, Insz person) {
            return storage.jdbi().withHandle(handle -> Objections.of(handle, new PeopleAtRest(keys, agreement))
                    .has(person));
        }

        List<String> entries(String kind) {
            return storage.jdbi().withHandle(handle -> handle.select(
                            "select agreement || ' ' || body from ledger_entry where kind = ? order by id", kind)
                    .mapTo(String.class)
                    .list());
        }

        List<Kind> told(Insz person) {
            Dossier dossier = new Dossiers(storage, keys, new Agreements(Path.of("mappings")), CLOCK)
                    .of(person, "dpo", "she asked");
            return dossier.happenings().stream()
                    .map(Happening::kind)
                    .filter(kind -> kind != Kind.LOOKED_UP)
                    .toList();
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAnEntryWithAPseudonym_whoAndWhy_andStopsFromThenOn(TestDatabase database) {
        try (House house = new House(database)) {
            assertThat(house.desk.enter(ANNA, TOWN, ObjectionKind.OBJECTION, LETTER))
                    .isEqualTo(Result.ENTERED);

            assertThat(house.entries("OBJECTION_ENTERED"))
                    .containsExactly(TOWN
                            + " {\"clerk\":\"dpo\",\"objection\":\"OBJECTION\",\"reason\":\"her letter of 1 July\",\"scope\":\"gent-uitpas\","
                            + "\"subject\":\"" + new PeopleAtRest(house.keys, TOWN).pseudonym(ANNA) + "\"}");
            assertThat(house.stopped(TOWN, ANNA)).isTrue();
            assertThat(house.stopped(BAGS, ANNA)).isFalse();
            assertThat(house.told(ANNA)).containsExactly(Kind.OBJECTION);
            assertThat(new LedgerVerifier(house.storage.jdbi()).verify().holds())
                    .isTrue();
            assertThat(new RowEvidence(house.storage.jdbi()).breaks()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldUnderEveryAgreement_whenItIsOfAll(TestDatabase database) {
        try (House house = new House(database)) {
            house.desk.enter(ANNA, Objection.EVERY, ObjectionKind.RESTRICTION, LETTER);

            assertThat(house.stopped("an-agreement-to-come", ANNA)).isTrue();
            assertThat(house.entries("OBJECTION_ENTERED")).hasSize(2);
            assertThat(house.told(ANNA)).containsExactly(Kind.OBJECTION, Kind.OBJECTION);
            assertThat(house.desk.standing())
                    .extracting(Objection::scope, Objection::kind, Objection::clerk)
                    .containsExactly(tuple("*", ObjectionKind.RESTRICTION, "dpo"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isEnteredOnce_andWithdrawnByWhicheverNumber(TestDatabase database) {
        try (House house = new House(database)) {
            house.desk.enter(ANNA, Objection.EVERY, ObjectionKind.OBJECTION, LETTER);
            PersonNumbers.learn(
                    house.storage.jdbi(),
                    new PeopleAtRest(house.keys, BAGS),
                    Map.of(FRESH.value(), List.of(ANNA.value())));

            assertThat(house.desk.enter(FRESH, Objection.EVERY, ObjectionKind.OBJECTION, LETTER))
                    .isEqualTo(Result.ALREADY);
            assertThat(house.desk.withdraw(FRESH, TOWN, ObjectionKind.OBJECTION, false, LIFTED))
                    .isEqualTo(Result.NONE);
            assertThat(house.desk.withdraw(FRESH, Objection.EVERY, ObjectionKind.RESTRICTION, true, LIFTED))
                    .isEqualTo(Result.NONE);
            assertThat(house.stopped(BAGS, FRESH)).isTrue();

            assertThat(house.desk.withdraw(FRESH, Objection.EVERY, ObjectionKind.OBJECTION, false, LIFTED))
                    .isEqualTo(Result.WITHDRAWN);
            assertThat(house.stopped(BAGS, FRESH)).isFalse();
            assertThat(house.stopped(TOWN, ANNA)).isFalse();
            assertThat(house.entries("OBJECTION_WITHDRAWN")).hasSize(2).allMatch(each -> each.contains("dpo-2"));
            assertThat(new RowEvidence(house.storage.jdbi()).breaks()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAnotherStillStands(TestDatabase database) {
        try (House house = new House(database)) {
            house.desk.enter(ANNA, TOWN, ObjectionKind.OBJECTION, LETTER);
            house.desk.enter(ANNA, Objection.EVERY, ObjectionKind.RESTRICTION, LETTER);
            house.desk.enter(FRESH, TOWN, ObjectionKind.OBJECTION, LETTER);

            assertThat(house.desk.withdraw(ANNA, TOWN, ObjectionKind.OBJECTION, false, LIFTED))
                    .isEqualTo(Result.WITHDRAWN_ANOTHER_STANDS);
            assertThat(house.stopped(TOWN, ANNA)).isTrue();
            assertThat(house.desk.withdraw(ANNA, Objection.EVERY, ObjectionKind.RESTRICTION, true, LIFTED))
                    .isEqualTo(Result.WITHDRAWN);
            assertThat(house.stopped(TOWN, ANNA)).isFalse();
            assertThat(house.stopped(TOWN, FRESH)).as("who is another person").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void liftsNoRestriction_ofWhichThePersonWasNotTold(TestDatabase database) {
        try (House house = new House(database)) {
            house.desk.enter(ANNA, TOWN, ObjectionKind.RESTRICTION, LETTER);

            assertThatThrownBy(() -> house.desk.withdraw(ANNA, TOWN, ObjectionKind.RESTRICTION, false, LIFTED))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(house.stopped(TOWN, ANNA)).isTrue();
        }
    }

    /** By whoever can write the database, and not through Zeef. */
    @ParameterizedTest
    @EnumSource
    void isFoundMissing_whenSomebodyDeletesIt(TestDatabase database) {
        try (House house = new House(database)) {
            house.desk.enter(ANNA, TOWN, ObjectionKind.OBJECTION, LETTER);
            Jdbi tampering = Jdbi.create(() -> house.storage.jdbi().open().getConnection());
            tampering.useHandle(handle -> handle.execute("delete from objection"));

            assertThat(new RowEvidence(tampering).breaks())
                    .singleElement()
                    .asString()
                    .startsWith("the objection " + TOWN + "|")
                    .endsWith("was taken away");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoNumber(TestDatabase database) {
        try (House house = new House(database)) {
            house.desk.enter(ANNA, TOWN, ObjectionKind.OBJECTION, LETTER);
            String all = house.storage
                    .jdbi()
                    .withHandle(handle -> handle.select("select * from objection")
                                    .mapToMap()
                                    .list()
                                    .toString()
                            + handle.select("select body from ledger_entry")
                                    .mapTo(String.class)
                                    .list());

            assertThat(all).contains("her letter of 1 July").doesNotContain(ANNA.digits());
            assertThatThrownBy(() -> new ObjectionDesk.Act("dpo", "letter of " + ANNA.digits()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
