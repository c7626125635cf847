package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.question.Answer;
import be.zeef.question.Answer.Verdict;
import be.zeef.question.QuestionDesk;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counter's question for UiTPAS, over signed SOAP and JDBC, against what the synthetic city's truth says. */
class UitpasQuestionTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final Set<String> MEASURES = Set.of("CSR", "BB", "BG", "LL");

    @TempDir
    Path folder;

    private TestCity city;
    private Gateway gateway;
    private QuestionDesk desk;

    @BeforeEach
    void start() {
        city = new TestCity(folder, 60, 200);
        gateway = new Gateway(city.settings(), Today.wallClock());
        Agreement agreement = new Agreements(Path.of("mappings")).load("gent-uitpas");
        desk = gateway.desks().question(agreement, ON);
    }

    @AfterEach
    void stop() {
        gateway.close();
        city.close();
    }

    @Test
    void answersAsTheTruthSays_aboutEveryone() throws Exception {
        desk.ask(Insz.of(truth().keySet().iterator().next(), Realm.SANDBOX), ON, "test"); // makes the people
        Map<String, Verdict> expected = expected();
        Map<String, Verdict> answered = new HashMap<>();
        for (String insz : expected.keySet()) {
            Answer answer = desk.ask(Insz.of(insz, Realm.SANDBOX), ON, "test");
            answered.put(insz, answer.verdict());
            assertThat(answer.until().isPresent()).isEqualTo(answer.verdict() == Verdict.YES);
            answer.until().ifPresent(until -> assertThat(until).isEqualTo("2027-04-30"));
        }
        assertThat(answered).isEqualTo(expected);
        assertThat(Set.copyOf(answered.values())).as("the city has both").contains(Verdict.YES, Verdict.NO);
    }

    @Test
    void isNotDecidable_whenTheSourcesThatMatterAreDown() throws Exception {
        String without = withoutMeasure();
        city.sandbox().soap().answerWith(2, "60006", "FOUT", 100);

        assertThat(desk.ask(Insz.of(without, Realm.SANDBOX), ON, "test").verdict())
                .isEqualTo(Verdict.NOT_DECIDABLE);
    }

    @Test
    void isNoAtOnce_whenSomebodyIsKnownToLiveElsewhere_thoughTheOcmwIsDown() throws Exception {
        gateway.close();
        city.overrideOcmw("jdbc:h2:tcp://127.0.0.1:1/none");
        gateway = new Gateway(city.settings(), Today.wallClock());
        desk = gateway.desks().question(new Agreements(Path.of("mappings")).load("gent-uitpas"), ON);
        desk.ask(Insz.of(truth().keySet().iterator().next(), Realm.SANDBOX), ON, "test");
        String elsewhere = people().entrySet().stream()
                .filter(person -> !person.getValue()[4].equals("44021"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a city of this seed has somebody who moved"));

        assertThat(desk.ask(Insz.of(elsewhere, Realm.SANDBOX), ON, "test").verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void writesWhoAskedAndWhatWasAnswered_andNoNumber() throws Exception {
        String insz = truth().keySet().iterator().next();
        desk.ask(Insz.of(insz, Realm.SANDBOX), ON, "clerk-7");
        gateway.close();
        gateway = new Gateway(city.settings(), Today.wallClock());
        List<String> entries = Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select kind || ' ' || body from ledger_entry order by id")
                        .mapTo(String.class)
                        .list());
        assertThat(entries).anyMatch(entry -> entry.startsWith("ASKED") && entry.contains("clerk-7"));
        assertThat(entries).anyMatch(entry -> entry.startsWith("ANSWERED"));
        assertThat(entries).noneMatch(entry -> entry.contains(insz));
        long intents = entries.stream()
                .filter(entry -> entry.startsWith("CALL_INTENT"))
                .count();
        long outcomes = entries.stream()
                .filter(entry -> entry.startsWith("CALL_OUTCOME"))
                .count();
        assertThat(outcomes)
                .as("every call has its outcome, the late ones too")
                .isEqualTo(intents)
                .isPositive();
    }

    private String withoutMeasure() throws Exception {
        return truth().entrySet().stream()
                .filter(person -> person.getValue()[4].isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Verdict> expected() throws Exception {
        Map<String, Verdict> expected = new HashMap<>();
        Map<String, String[]> measures = truth();
        people().forEach((insz, person) -> {
            boolean inGhent = person[4].equals("44021");
            boolean yes = Rights.run(person[5], ON) || hasMeasure(measures.get(insz));
            // a source that says yes, and that the household it rests on is faulty
            Verdict other = person[5].equals("?") ? Verdict.NOT_DECIDABLE : Verdict.NO;
            expected.put(insz, !inGhent ? Verdict.NO : yes ? Verdict.YES : other);
        });
        return expected;
    }

    private static boolean hasMeasure(String[] truth) {
        return MEASURES.contains(truth[4])
                && !LocalDate.parse(truth[5]).isAfter(ON)
                && (truth[6].isEmpty() || !LocalDate.parse(truth[6]).isBefore(ON));
    }

    private Map<String, String[]> truth() throws Exception {
        return rows("truth.csv");
    }

    private Map<String, String[]> people() throws Exception {
        return rows("people.csv");
    }

    private Map<String, String[]> rows(String file) throws Exception {
        List<String> lines = new ArrayList<>(
                Files.readAllLines(city.sandbox().folder().resolve("city").resolve(file)));
        lines.remove(0);
        return lines.stream()
                .map(line -> line.split(";", -1))
                .filter(fields -> !fields[0].isEmpty())
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields, (a, b) -> a));
    }
}
