package be.zeef.dossier;

import static be.zeef.dossier.TestHousehold.ANNA;
import static be.zeef.dossier.TestHousehold.BAGS;
import static be.zeef.dossier.TestHousehold.BIRTHS;
import static be.zeef.dossier.TestHousehold.BRAM;
import static be.zeef.dossier.TestHousehold.ENDED;
import static be.zeef.dossier.TestHousehold.UITPAS;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks what was done about them hears all of it and nothing of anybody else (GDPR art. 15), on each kind of database. */
class DossiersTest {

    @TempDir
    Path folder;

    private static List<Map<Detail, String>> of(Dossier dossier, Kind kind) {
        return dossier.happenings().stream()
                .filter(happening -> happening.kind() == kind)
                .map(Happening::details)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void tellsAllThatWasDone_inTheOrderOfTime(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            Dossier dossier = house.dossier(ANNA);

            assertThat(dossier.isEmpty()).isFalse();
            assertThat(dossier.happenings())
                    .extracting(Happening::kind)
                    .containsExactly(
                            Kind.QUESTION,
                            Kind.CALL,
                            Kind.DELIVERY,
                            Kind.GRANTED_BY_HAND,
                            Kind.QUESTION_FILE,
                            Kind.DECISION,
                            Kind.GRANT,
                            Kind.HOUSEHOLD,
                            Kind.DELIVERY,
                            Kind.INSCRIPTION,
                            Kind.CLAIM,
                            Kind.LOOKED_UP,
                            Kind.LOOKED_UP,
                            Kind.LOOKED_UP,
                            Kind.LOOKED_UP);
            assertThat(dossier.happenings())
                    .extracting(happening -> happening.at().orElseThrow())
                    .isSorted();
            assertThat(of(dossier, Kind.QUESTION))
                    .containsExactly(
                            Map.of(Detail.WHO, "balie/words-of-anna", Detail.DAY, "2026-07-16", Detail.OUTCOME, "yes"));
            assertThat(of(dossier, Kind.CALL))
                    .containsExactly(Map.of(
                            Detail.SERVICE,
                            "GeefPersoon-02.02",
                            Detail.REFERENCE,
                            "ref-words-of-anna",
                            Detail.OUTCOME,
                            "OK"));
            assertThat(of(dossier, Kind.GRANTED_BY_HAND).get(0))
                    .containsEntry(Detail.REASON, "proof of words-of-anna")
                    .containsEntry(Detail.WHO, "hand-words-of-anna");
            assertThat(of(dossier, Kind.QUESTION_FILE))
                    .containsExactly(
                            Map.of(Detail.ERRAND, "LIST", Detail.REFERENCE, "list-of-both", Detail.OUTCOME, "SENT"));
            assertThat(of(dossier, Kind.DECISION))
                    .containsExactly(
                            Map.of(Detail.DAY, "2026-07-16", Detail.OUTCOME, "ELIGIBLE", Detail.VALUE, "ANNA-1"));
            assertThat(of(dossier, Kind.DELIVERY))
                    .containsExactly(
                            Map.of(
                                    Detail.RECIPIENT, "uitpas",
                                    Detail.UNTIL, "2026-12-31",
                                    Detail.OUTCOME, "ACCEPTED",
                                    Detail.CAUSE, "why-words-of-anna"),
                            Map.of(
                                    Detail.RECIPIENT, "ivago",
                                    Detail.DELIVERY, "IVAGO.2026.00001",
                                    Detail.VALUE, "ANNA-1",
                                    Detail.ALONG, "zone=Z-ANNA-1",
                                    Detail.FROM, "2026-01-01",
                                    Detail.UNTIL, "2026-12-31",
                                    Detail.OUTCOME, "SENT"));
            assertThat(of(dossier, Kind.INSCRIPTION))
                    .containsExactly(Map.of(Detail.FROM, "2026-02-03", Detail.NEEDED, "2026-02-04"));
            assertThat(of(dossier, Kind.CLAIM).get(0))
                    .containsEntry(Detail.AMOUNT, "85.00 EUR")
                    .containsEntry(Detail.GRANTED, "85.00 EUR")
                    .containsEntry(Detail.OUTCOME, "yes");
            assertThat(dossier.agreements()).containsOnlyKeys(UITPAS, BAGS, ENDED);
            assertThat(dossier.agreements().get(UITPAS).purpose())
                    .isEqualTo(
                            "Granting the social tariff of UiTPAS at the counter to entitled inhabitants without a proof");
            assertThat(dossier.agreements().get(ENDED).title())
                    .as("not in use any more")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingOfAnybodyElseOfTheHousehold(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            house.paid(BRAM, ANNA, 110000);

            String anna = Told.of(house.dossier(ANNA));
            String bram = Told.of(house.dossier(BRAM));

            assertThat(anna)
                    .contains("words-of-anna", "ANNA-1", "2026-02-03", "85.00 EUR")
                    .doesNotContain("words-of-bram", "BRAM-1", "NO_ANSWER", "2026-04-05", "77.00 EUR");
            assertThat(bram)
                    .contains("words-of-bram", "BRAM-1", "2026-04-05", "77.00 EUR")
                    .doesNotContain("words-of-anna", "ANNA-1", "2026-02-03", "85.00 EUR");
            Stream.of(UITPAS, BAGS, BIRTHS, ENDED).forEach(agreement -> assertThat(anna + bram)
                    .doesNotContain(house.pseudonym(agreement, ANNA), house.pseudonym(agreement, BRAM)));
            assertThat(anna + bram).doesNotContain(ANNA.digits(), BRAM.digits());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsAPaymentToWhomItIsForAndToWhomItGoes(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            house.paid(BRAM, ANNA, 110000);

            Dossier payee = house.dossier(ANNA);
            Dossier child = house.dossier(BRAM);

            assertThat(of(payee, Kind.PREMIUM)).isEmpty();
            assertThat(of(child, Kind.PREMIUM)).containsExactly(Map.of(Detail.AMOUNT, "1100.00 EUR"));
            assertThat(of(payee, Kind.PAYMENT))
                    .containsExactly(
                            Map.of(Detail.ROLE, "TO", Detail.AMOUNT, "1100.00 EUR", Detail.STANDING, "IN_FILE"));
            assertThat(of(child, Kind.PAYMENT).get(0)).containsEntry(Detail.ROLE, "FOR");
            assertThat(of(payee, Kind.DELIVERY))
                    .contains(Map.of(
                            Detail.RECIPIENT, "bank",
                            Detail.ROLE, "TO",
                            Detail.AMOUNT, "1100.00 EUR",
                            Detail.DELIVERY, "WINGENE.1",
                            Detail.OUTCOME, "SENT"));
            assertThat(of(payee, Kind.NAMES_SHOWN))
                    .containsExactly(Map.of(Detail.WHO, "treasurer", Detail.DELIVERY, "WINGENE.1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachDeliveryOfAGrant_alsoWhenItsLineWentOutAgain(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.admit(BAGS);
            house.ran("ANNA-1", "BRAM-1");
            house.pack("IVAGO.2026.00002");

            assertThat(of(house.dossier(ANNA), Kind.DELIVERY))
                    .extracting(details -> details.get(Detail.DELIVERY) + " " + details.get(Detail.RECIPIENT))
                    .containsExactly("IVAGO.2026.00001 ivago", "IVAGO.2026.00002 ivago");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatWasDoneUnderAFormerNumber(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.admit(UITPAS);
            house.asked(BRAM, "words-of-before", "yes");
            house.asked(ANNA, "words-of-now", "yes");
            assertThat(of(house.dossier(ANNA), Kind.QUESTION)).hasSize(1);

            house.joined(BRAM, ANNA);

            for (Insz number : List.of(ANNA, BRAM)) {
                Dossier dossier = house.dossier(number);
                assertThat(of(dossier, Kind.QUESTION))
                        .extracting(details -> details.get(Detail.WHO))
                        .containsExactly("balie/words-of-before", "balie/words-of-now");
                assertThat(dossier.agreements().get(UITPAS).numbers()).isEqualTo(2);
            }
        }
    }
}
