package be.zeef.cli;

import static be.zeef.cli.KszCity.FACT;
import static be.zeef.cli.KszCity.ON;
import static be.zeef.cli.KszCity.digits;
import static be.zeef.cli.KszCity.question;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.ksz.KszMisbehaviour;
import be.zeef.sandbox.ksz.KszStatus;
import be.zeef.sieve.Ternary;
import be.zeef.source.Exceptions;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListQuestion;
import be.zeef.source.PersonList;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.StatusAsked;
import be.zeef.source.ksz.KszListLanguage;
import be.zeef.testing.Await;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The KSZ itself over SOAP, signed both ways, against an endpoint that verifies and knows how to misbehave. */
class KszSoapTest {

    @TempDir
    static Path folder;

    private static KszCity ksz;
    private static TestCity city;
    private static String person;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws IOException {
        ksz = new KszCity(folder, 9);
        city = ksz.city();
        person = ksz.person();
    }

    @AfterAll
    static void stop() {
        ksz.close();
    }

    @AfterEach
    void behave() {
        city.sandbox().ksz().behave();
    }

    /** What the list says of everyone, the service says too: wherever, however old, and on whatever day. */
    @ParameterizedTest
    @CsvSource({"2026-05-16,,", "2026-05-16,9000 9030 9031 9032 9040,", "2026-01-01,,45"})
    void givesTheFactsOfTheList_whenAskedTheSame(LocalDate on, String postcodes, Integer age) throws Exception {
        Map<Long, String[]> extract = extract();
        List<String> where = postcodes == null ? List.of() : List.of(postcodes.split(" "));
        ListAnswer.Cells list =
                byList(new StatusAsked("BIM_BVT", on, where, age == null ? OptionalInt.empty() : OptionalInt.of(age)));
        Map<String, List<String>> more =
                Map.of("postcode", where, "leeftijd", age == null ? List.of() : List.of(age.toString()));
        Set<Ternary> met = new TreeSet<>();

        int place = 0;
        for (long each : ksz.everyone()) {
            Ternary one = ksz.ask(question(digits(each), on, more, false), calls)
                    .facts()
                    .ternary(FACT);
            assertThat(one).isEqualTo(list.get(place++));
            if (one == Ternary.YES) {
                assertThat(where.isEmpty() || where.contains(extract.get(each)[3]))
                        .isTrue();
                LocalDate born = LocalDate.parse(extract.get(each)[4]);
                assertThat(age == null || Period.between(born, on).getYears() <= age)
                        .isTrue();
            }
            met.add(one);
        }

        assertThat(met).contains(Ternary.YES, Ternary.NO);
    }

    private static Map<Long, String[]> extract() throws IOException {
        Map<Long, String[]> extract = new HashMap<>();
        Files.readAllLines(city.population()).stream()
                .map(line -> line.split(";", -1))
                .filter(fields -> fields[0].matches("\\d{11}"))
                .forEach(fields -> extract.putIfAbsent(Long.parseLong(fields[0]), fields));
        return extract;
    }

    private static ListAnswer.Cells byList(StatusAsked status) throws Exception {
        Path magda = city.sandbox().folder().resolve("magda");
        List<Long> persons = List.copyOf(ksz.everyone());
        ListQuestion question = new ListQuestion("gssvl_test.xml", "test", "ZEEF", List.of(status), new PersonList() {
            @Override
            public int size() {
                return persons.size();
            }

            @Override
            public long at(int place) {
                return persons.get(place);
            }
        });
        KszListLanguage language = new KszListLanguage(Path.of("mappings"));
        Path draft = folder.resolve("question.part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            language.write(question, out);
        }
        Files.move(draft, magda.resolve("To_Vip").resolve(question.file()));
        Path answer = magda.resolve("From_Vip/gssvl_test_antwoord.xml");
        Await.until("the list is answered", () -> Files.exists(answer));
        try (InputStream in = Files.newInputStream(answer)) {
            ListAnswer.Cells cells = language.read("answer", in, referte -> Optional.of(question))
                    .orElseThrow()
                    .statuses()
                    .get(0);
            Files.delete(answer);
            return cells;
        }
    }

    /** Status, what the ledger is told, and what becomes of the question. */
    @ParameterizedTest
    @CsvSource({
        "NO_DATA_FOUND,MSG00100,MSG00100,undetermined",
        "NO_DATA_FOUND,MSG00009,MSG00009,undetermined",
        "NO_DATA_FOUND,MSG0021,MSG0021,undetermined",
        "INCOMPLETE_DATA,HAN20200,HAN20200,undetermined",
        "INCOMPLETE_DATA,MSG00000,INCOMPLETE_DATA,undetermined",
        "TECHNICAL_ERROR,MSG00000,TECHNICAL_ERROR,undetermined",
        "DATA_FOUND,MSG99999,MSG99999,undetermined",
        "DATA_FOUND,MSG00100,MSG00100,undetermined",
        "NO_RESULT,MSG00005,MSG00005,undetermined",
        "NO_RESULT,MSG00006,MSG00006,undetermined",
        "NO_RESULT,MSG00008,MSG00008,undetermined",
        "NO_RESULT,MSG00011,MSG00011,undetermined",
        "NO_RESULT,MSG00013,MSG00013,barred"
    })
    void hasItsOutcome_whenTheStatusIs(String value, String code, String told, String outcome) {
        city.sandbox().ksz().answerWith(new KszStatus(value, code, ""));

        assertThat(ksz.ask(person, Map.of(), calls))
                .isEqualTo(outcome.equals("barred") ? new Barred(told) : new Undetermined(told));

        assertThat(calls.codes).containsExactly(told);
    }

    /** A code that is added to the catalogue is added here. */
    @Test
    void isMetAbove_whenACodeIsInTheCatalogue() {
        assertThat(Exceptions.read(Path.of("mappings/sources/ksz-soap/statuses.yaml"))
                        .codes())
                .containsExactlyInAnyOrder(
                        "MSG00000",
                        "MSG00003",
                        "MSG00005",
                        "MSG00006",
                        "MSG00008",
                        "MSG00009",
                        "MSG00011",
                        "MSG00012",
                        "MSG00013",
                        "MSG00100",
                        "MSG0021",
                        "WSSE",
                        "REQUEST");
    }

    @Test
    void followsTheNewNumberOnlyWhereAllowed_whenTheOldOneIsReplaced() {
        String fresh = digits(ksz.everyone().stream()
                .filter(each -> !digits(each).equals(person))
                .filter(each -> ksz.ask(digits(each), Map.of(), new CallsSeen()) instanceof Known)
                .findFirst()
                .orElseThrow());
        city.sandbox().ksz().answerWith(new KszStatus("NO_RESULT", "MSG00006", fresh));
        assertThat(ksz.ask(person, Map.of(), calls)).isEqualTo(new Undetermined("MSG00006"));
        calls.forget();

        city.sandbox().ksz().answerWith(new KszStatus("NO_RESULT", "MSG00006", fresh));
        SourceAnswer followed = ksz.ask(question(person, ON, Map.of(), true), calls);

        assertThat(followed.facts().ternary(FACT))
                .isEqualTo(ksz.ask(fresh, Map.of(), new CallsSeen()).facts().ternary(FACT))
                .isNotEqualTo(Ternary.UNKNOWN);
        assertThat(calls.codes).containsExactly("MSG00006", "OK");
    }

    @ParameterizedTest
    @EnumSource(KszMisbehaviour.class)
    void isNeverBelieved_whenTheAnswerIsWrong(KszMisbehaviour kind) {
        city.sandbox().ksz().misbehave(kind);

        SourceAnswer answer = ksz.ask(person, Map.of(), calls);

        switch (kind) {
            case ANOTHER_PERSON -> undetermined(answer, "ANOTHER_PERSON", "OK");
            case CANCELED -> undetermined(answer, "CANCELED", "OK");
            case REPLACES -> undetermined(answer, "REPLACED", "OK");
            case AGAINST_SCHEMA -> undetermined(answer, "SCHEMA", "SCHEMA");
            case UNSIGNED -> undetermined(answer, "SIGNATURE", "SIGNATURE");
            case STATUS_FILTERED, ELEMENT_FILTERED, CONTRADICTION, PERIOD_ELSEWHERE, ANOTHER_STATUS -> {
                assertThat(answer.facts().ternary(FACT)).isEqualTo(Ternary.UNKNOWN);
                assertThat(calls.codes).containsExactly("OK");
            }
            case ANOTHER_TICKET, FAULT_OF_ANOTHER -> againAndKnown(answer, "CORRELATION");
            case FAULT, OLDER_FAULT -> againAndKnown(answer, "MSG00003");
            case BARE_FAULT -> againAndKnown(answer, "FAULT");
        }
    }

    @ParameterizedTest
    @EnumSource(OddAnswer.class)
    void isAskedAgain_whenTheAnswerIsNone(OddAnswer kind) {
        city.sandbox().ksz().answerOddly(kind, 1);

        SourceAnswer answer = ksz.ask(person, Map.of(), calls);

        switch (kind) {
            case ACCEPTED, ACCEPTED_WITH_ANSWER, NO_CONTENT, EMPTY, BLANK, NOTHING -> againAndKnown(answer, "EMPTY");
            case MULTIPART -> againAndKnown(answer, "MULTIPART");
            case PAGE, XML_PAGE, PACKED -> againAndKnown(answer, "NOT_SOAP");
            case REDIRECT, REDIRECT_WITH_ANSWER -> againAndKnown(answer, "REDIRECT");
            // it carries a signature that vouches for no such Body
            case TEXT_IN_BODY, TWICE_IN_BODY -> undetermined(answer, "SIGNATURE", "SIGNATURE");
        }
    }

    private void undetermined(SourceAnswer answer, String why, String told) {
        assertThat(answer).isEqualTo(new Undetermined(why));
        assertThat(calls.codes).containsExactly(told);
    }

    private void againAndKnown(SourceAnswer answer, String first) {
        assertThat(answer).isInstanceOf(Known.class);
        assertThat(calls.codes).containsExactly(first, "OK");
        assertThat(calls.refertes).doesNotHaveDuplicates();
    }
}
