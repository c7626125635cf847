package be.zeef.dossier;

import static be.zeef.dossier.TestHousehold.ANNA;
import static be.zeef.dossier.TestHousehold.BAGS;
import static be.zeef.dossier.TestHousehold.BIRTHS;
import static be.zeef.dossier.TestHousehold.BRAM;
import static be.zeef.dossier.TestHousehold.UITPAS;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.dossier.LeftToPeople.Errand;
import be.zeef.objection.Objection;
import be.zeef.objection.ObjectionDesk;
import be.zeef.objection.ObjectionKind;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever enters an objection is told what stands already and no machine undoes: of that person, of that scope, and of nobody else. */
class LeftToPeopleTest {

    @TempDir
    Path folder;

    private static List<LeftToPeople> left(TestHousehold house, Insz person, String scope) {
        return new Dossiers(house.storage, house.keys, new Agreements(Path.of("mappings")), house.clock)
                .left(person, scope);
    }

    private static List<String> errands(List<LeftToPeople> left) {
        return left.stream().map(each -> each.under() + " " + each.errand()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfGrantsClaimsPaymentsAndInscriptions(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            house.paid(ANNA, BRAM, 110000);
            house.jdbi()
                    .useTransaction(handle -> handle.execute(
                            "insert into claim (agreement, reference, id, claim_year, subject, association, asked, granted, remaining, state,"
                                    + " clerk, on_day, entered) values ('gent-uitpas', 'F-1', 'i1', 2026, ?, 'club', 10, 8, 2, 'GRANTED',"
                                    + " 'an', date '2026-03-01', 'now')",
                            house.pseudonym(UITPAS, ANNA)));

            assertThat(errands(left(house, ANNA, Objection.EVERY)))
                    .contains(
                            BAGS + " " + Errand.GRANT_TOLD,
                            BAGS + " " + Errand.HOUSEHOLD,
                            UITPAS + " " + Errand.INSCRIPTION,
                            UITPAS + " " + Errand.CLAIM,
                            BIRTHS + " " + Errand.PAYMENT_IN_FILE);
            assertThat(errands(left(house, BRAM, BIRTHS))).containsExactly(BIRTHS + " " + Errand.PAYMENT_IN_FILE);
            assertThat(left(house, Insz.of("90710100128", Realm.SANDBOX), Objection.EVERY))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatIsHeldBack(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            house.jdbi()
                    .useTransaction(handle -> handle.execute("update grants set standing = 'OPEN', delivery = null"));

            assertThat(errands(left(house, ANNA, BAGS)))
                    .containsExactlyInAnyOrder(BAGS + " " + Errand.GRANT_HELD, BAGS + " " + Errand.HOUSEHOLD);
        }
    }

    /** In three languages, every errand and every result; no placeholder is left, and nothing of the other person. */
    @ParameterizedTest
    @EnumSource
    void isTextForPeople(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            List<LeftToPeople> left = left(house, ANNA, Objection.EVERY);
            for (String language : List.of("nl", "en", "fr")) {
                StringWriter text = new StringWriter();
                ObjectionText words = new ObjectionText(Locale.forLanguageTag(language));
                Stream.of(ObjectionDesk.Result.values())
                        .forEach(result ->
                                words.print(result, ObjectionKind.RESTRICTION, "*", left, new PrintWriter(text, true)));
                Stream.of(Errand.values())
                        .forEach(errand -> words.print(
                                ObjectionDesk.Result.ENTERED,
                                ObjectionKind.OBJECTION,
                                BAGS,
                                List.of(new LeftToPeople(errand, BAGS, Map.of())),
                                new PrintWriter(text, true)));
                words.print(List.of(), new PrintWriter(text, true));

                assertThat(text.toString())
                        .contains("ANNA-1", BAGS, "art. 18", "art. 21")
                        .doesNotContain("BRAM-1", "{0}", "''", ANNA.digits());
            }
        }
    }
}
