package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sieve.Ternary;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The few people of a city of whom an answer is easily read wrong, asked about over signed SOAP. */
class OddPeopleTest {

    private static final LocalDate ON = LocalDate.of(2026, 5, 16);
    private static final String BILLS = "GeefAanslagbiljetPersonenbelasting-02.00";

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Gateway gateway;
    private static MagdaQuestions questions;
    private static List<String[]> people;

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder, 800, 500);
        gateway = new Gateway(city.settings(), Today.wallClock());
        questions = new MagdaQuestions(Inside.magda(gateway), city.settings(), "test", new Believing());
        String first = Files.readAllLines(city.population()).get(1).substring(0, 11);
        ask("GeefPersoon-02.02", first, Map.of(), "gemeente"); // makes the people
        people = Files.readAllLines(city.sandbox().folder().resolve("city/people.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        city.close();
    }

    private static SourceFacts ask(String service, String insz, Map<String, List<String>> parameters, String... facts) {
        return answer(service, insz, parameters, facts).facts();
    }

    private static SourceAnswer answer(
            String service, String insz, Map<String, List<String>> parameters, String... facts) {
        return questions.ask(
                new PersonQuestion(
                        service,
                        Insz.of(insz, Realm.SANDBOX),
                        ON,
                        parameters,
                        Set.of(facts),
                        false,
                        Duration.ofSeconds(20)),
                new CallsSeen());
    }

    private static String[] one(Predicate<String[]> kind) {
        return people.stream()
                .filter(kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a city of this seed has such people"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99997", "992", "buitenland", "overleden"})
    void liveNowhere_whenStruckOffOrMovedOrAbroadOrDeceased(String kind) {
        String insz = one(person -> person[4].equals(kind))[0];

        assertThat(ask("GeefPersoon-02.02", insz, Map.of(), "gemeente").text("gemeente"))
                .contains("geen");
    }

    @Test
    void areToldToHaveDied_andAreInNoHousehold() {
        String[] dead = one(person -> person[4].equals("overleden") && !person[0].equals(person[1]));

        assertThat(answer("GeefGezinssamenstelling-02.02", dead[0], Map.of(), "gezinslid")
                        .facts()
                        .deceased())
                .isTrue();
        assertThat(ask("GeefGezinssamenstelling-02.02", dead[1], Map.of(), "gezinslid")
                        .members("gezinslid"))
                .isNotEmpty()
                .noneMatch(member -> member.person().digits().equals(dead[0]));
    }

    @Test
    void haveAStatusThatNobodyKnows_whenTheHouseholdIsFaulty() {
        String insz = one(person -> person[5].equals("?"))[0];

        assertThat(ask("GeefSociaalStatuut-03.00", insz, Map.of("statuut", List.of("BIM_BVT")), "statuut.BIM_BVT")
                        .ternary("statuut.BIM_BVT"))
                .isEqualTo(Ternary.UNKNOWN);
    }

    @Test
    void showEachTheOwnColumn_ofAJointBill() {
        String[] second = one(person -> person[10].equals("B"));
        String[] first = one(person -> person[8].equals(second[8]) && person[10].equals("A"));

        long income = 0;
        for (String[] person : List.of(first, second)) {
            SourceFacts bill = ask(BILLS, person[0], Map.of("code", List.of("7555")), "inkomen.7555", "artikelnummer");
            assertThat(bill.text("artikelnummer")).contains(second[8]);
            assertThat(bill.amounts("inkomen.7555")).singleElement().satisfies(amount -> assertThat(amount.column())
                    .isEqualTo(person[10]));
            income += bill.cents("inkomen.7555").orElseThrow();
        }
        assertThat(income).isEqualTo(Long.parseLong(second[9]));
    }

    @Test
    void haveABenefit_besideOneOfTheHeadOfTheHousehold() {
        String insz = one(person -> !person[0].equals(person[1]) && person[3].compareTo("2010") > 0)[0];

        SourceFacts facts =
                ask("GeefKindVoordelen-02.00", insz, Map.of(), "groeipakket.BASIS", "groeipakket.ZORG_WEES");

        assertThat(facts.ternary("groeipakket.BASIS")).isEqualTo(Ternary.YES);
        assertThat(facts.count("groeipakket.ZORG_WEES")).isZero();
    }

    @Test
    void areAskedAbout_whoseNumberIsATestFormOfABisNumberOrTellsNoMonth() {
        for (Predicate<String[]> kind : List.<Predicate<String[]>>of(
                person -> person[0].charAt(2) > '7', person -> person[0].startsWith("6000", 2))) {
            String insz = one(kind.and(person -> person[4].equals("44021")))[0];

            assertThat(ask("GeefPersoon-02.02", insz, Map.of(), "gemeente").text("gemeente"))
                    .contains("44021");
        }
    }
}
