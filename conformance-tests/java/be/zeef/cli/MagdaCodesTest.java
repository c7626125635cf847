package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.settings.Settings;
import be.zeef.source.Exceptions;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each code of the catalogue, at each level: the outcome and the number of calls ({@code codes.csv}). */
class MagdaCodesTest {

    private static final Path CASES = Path.of("conformance-tests/magda/codes.csv");
    private static final String STATUS = "PCSA_AND_BIM_HELP";
    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Gateway gateway;
    private static Settings settings;
    private static Insz person;

    private final CallsSeen calls = new CallsSeen();
    private MagdaQuestions questions;

    record Case(String code, int level, String outcome, int calls) {}

    static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(MagdaCodesTest::cases)
                .toList();
    }

    private static Stream<Case> cases(String line) {
        String[] fields = line.split("\\|");
        return Arrays.stream(fields[2].strip().split(" ")).flatMap(code -> levels(code)
                .map(level -> new Case(code, level, fields[0].strip(), Integer.parseInt(fields[1].strip()))));
    }

    /** A fault of the signature check stands at level 1 alone; an Identificatie is digits. */
    private static Stream<Integer> levels(String code) {
        return code.startsWith("ERR") ? Stream.of(1) : Stream.of(1, 2, 3);
    }

    @BeforeAll
    static void start() throws IOException {
        city = new TestCity(folder, 100, 1000);
        settings = city.settings(Map.of("attempts", 2));
        gateway = new Gateway(settings, Today.wallClock());
        String line = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .filter(each -> !each.split(";", -1)[2].isEmpty())
                .findFirst()
                .orElseThrow();
        person = Insz.ofChecked(Long.parseLong(line.substring(0, 11)));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        city.close();
    }

    /** Every case has lanes of its own, so that one that slows down does not slow the next. */
    @BeforeEach
    void inscribed() {
        city.sandbox().soap().behave();
        InscriptionOutcome outcome = new MagdaInscriptions(Inside.magda(gateway), settings, "test")
                .inscribe(Inscription.REGISTER, person, ON, new CallsSeen());
        assertThat(outcome).isInstanceOf(InscriptionOutcome.Done.class);
        questions = new MagdaQuestions(Inside.freshMagda(gateway), settings, "test", new Believing());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasItsOutcomeAndItsNumberOfCalls(Case expected) {
        String type = expected.code().equals("45008") ? "INFORMATIE" : "FOUT";
        city.sandbox().soap().answerWith(expected.level(), expected.code(), type, 10);

        SourceAnswer answer = ask();

        assertThat(outcome(answer)).isEqualTo(expected.outcome());
        assertThat(calls.services).hasSize(expected.calls());
        if (!(answer instanceof Known)) {
            assertThat(answer.code())
                    .isEqualTo(expected.code().matches("30040|70001|9998.") ? "NO_CONTENT" : expected.code());
        }
    }

    @Test
    void noCodeOfTheCatalogueIsLeftOut() throws IOException {
        Set<String> told = new HashSet<>();
        cases().forEach(each -> told.add(each.code()));
        told.remove("81234");
        assertThat(told).isEqualTo(Exceptions.magda(Path.of("mappings")).codes());
    }

    @Test
    void asksAgainAndKnows_whenAFailurePasses() {
        city.sandbox().soap().answerWith(2, "99996", "FOUT", 1);
        assertThat(outcome(ask())).isEqualTo("KNOWN yes");
        assertThat(calls.services).hasSize(2);
    }

    @Test
    void inscribesAndAsksOnceMore_whenThePersonIsNotInscribed() {
        city.sandbox().soap().answerWith(3, "40003", "FOUT", 1);
        assertThat(outcome(ask())).isEqualTo("KNOWN yes");
        assertThat(calls.services)
                .containsExactly(
                        "GeefSociaalStatuut-03.00", "RegistreerInschrijving-02.00", "GeefSociaalStatuut-03.00");
    }

    @Test
    void isUndetermined_whenTheAnswerIsAboutAnotherPerson() {
        city.sandbox().soap().misbehave(SoapMisbehaviour.ANOTHER_PERSON, 1);
        SourceAnswer answer = ask();
        assertThat(outcome(answer)).isEqualTo("UNDETERMINED");
        assertThat(answer.code()).isEqualTo("ANOTHER_PERSON");
    }

    @Test
    void isUndeterminedInTime_whenTheSourceIsSlow() {
        ask(); // reads the service's folder
        calls.forget();
        city.sandbox().soap().misbehave(SoapMisbehaviour.SLOW, 5);
        PersonQuestion question = question(false, Duration.ofMillis(400));
        assertThat(outcome(questions.ask(question, calls))).isEqualTo("UNDETERMINED");
        assertThat(calls.services).as("there is no time for a second attempt").hasSize(1);
    }

    @Test
    void followsAReplacedNumberOnlyWhereTheAgreementAllowsIt() {
        city.sandbox().soap().misbehave(SoapMisbehaviour.REPLACED_INSZ, 1);
        SourceAnswer stayed = ask(false);
        assertThat(stayed.code()).isEqualTo("30004");
        assertThat(calls.services).hasSize(1);

        calls.forget();
        city.sandbox().soap().misbehave(SoapMisbehaviour.REPLACED_INSZ, 1);
        SourceAnswer followed = ask(true);
        assertThat(followed.code())
                .as("the sandbox knows nobody of the new number")
                .isEqualTo("30003");
        assertThat(calls.services).as("the new number is a call of its own").hasSize(2);
    }

    private SourceAnswer ask() {
        return ask(false);
    }

    private SourceAnswer ask(boolean followReplaced) {
        return questions.ask(question(followReplaced, Duration.ofSeconds(20)), calls);
    }

    private static PersonQuestion question(boolean followReplaced, Duration within) {
        return new PersonQuestion(
                "GeefSociaalStatuut-03.00",
                person,
                ON,
                Map.of("statuut", List.of(STATUS)),
                Set.of("statuut." + STATUS),
                followReplaced,
                within);
    }

    private static String outcome(SourceAnswer answer) {
        if (answer instanceof Known known) {
            return "KNOWN " + known.facts().text("statuut." + STATUS).orElse("?");
        }
        return answer instanceof Barred ? "BARRED" : answer instanceof Undetermined ? "UNDETERMINED" : "?";
    }
}
