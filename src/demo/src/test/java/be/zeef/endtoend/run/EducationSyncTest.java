package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** School discounts end to end: every pupil of a city asked about over signed SOAP, against the city's own truth. */
class EducationSyncTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void start() {
        city = new TestCity(folder, 60, 400);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void deliversTheClassOfEveryPupil_andNothingTwice() throws Exception {
        SyncReport first = sync(MARCH);

        assertThat(first.done()).as("%s", first.findings()).isTrue();
        assertThat(first.causes())
                .as("whose position does not tell the parents")
                .containsKey("position");
        assertThat(first.causes().keySet()).as("and who has no assessment").isSubsetOf("position", "missing");
        assertThat(first.findings()).extracting(Finding::code).contains("undetermined.position");
        assertThat(first.undetermined()).isPositive();
        assertThat(first.notAsked()).as("lines that are bad on purpose").isPositive();
        assertThat(first.complete()).isFalse();
        WholeReport.holds(first);
        assertThat(invoiced()).isNotEmpty().isEqualTo(expected(MARCH));
        assertThat(invoiced().keySet())
                .as("some of them are in childcare too")
                .anyMatch(key -> key.startsWith("childcareFile/"));
        assertThat(first.eligible())
                .as("a child with two numbers is one child")
                .isEqualTo(people(expected(MARCH).keySet()));
        assertThat(first.asked()).isEqualTo(first.eligible() + first.notEligible() + first.undetermined());

        SyncReport again = sync(MARCH);

        assertThat(again.granted()).as("nothing is new").isZero();
        assertThat(again.delivered()).isZero();
        assertThat(invoiced()).isEqualTo(expected(MARCH));
    }

    /** Whoever works the advice out: it is one rule, and one port. */
    @Test
    void deliversTheSameClasses_whenTheAdviceIsWorkedOutElsewhere() throws Exception {
        Path home = Homes.copy(folder.resolve("elsewhere"));
        Path file = home.resolve("mappings/agreements/gent-onderwijs.yaml");
        String here = Files.readString(file);
        Files.writeString(
                file,
                here.replace("advice: {via: local,", "advice: {via: remote,")
                        .replace("A: start-of-right", "A: first-of-month")
                        .replace(", since: leefloonSinds", ""));

        SyncReport report = sync(home, MARCH);

        assertThat(report.done()).as("%s", report.findings()).isTrue();
        WholeReport.holds(report);
        Map<String, String> expected = expected(MARCH);
        expected.replaceAll((pupil, tariff) -> tariff.startsWith("A") ? "A from " + MARCH : tariff);
        assertThat(city.sandbox().soap().calls())
                .as("no source is asked from here")
                .isZero();
        assertThat(invoiced()).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void keepsAClassAndImprovesIt_whenAnswersComeBack() throws Exception {
        city.sandbox().soap().answerWith(3, "60006", "FOUT", 60);
        SyncReport half = sync(MARCH);
        assertThat(half.undetermined()).as("sources were down for some").isPositive();
        assertThat(half.causes()).containsKey("no-answer");
        WholeReport.holds(half);

        SyncReport whole = sync(MAY);

        Map<String, String> expected = expected(MARCH);
        expected.putAll(expected(MAY));
        assertThat(whole.undetermined()).isLessThan(half.undetermined());
        assertThat(invoiced().keySet()).containsAll(expected(MAY).keySet());
        invoiced().forEach((pupil, given) -> assertThat(given)
                .as("pupil %s has at least the class of May", pupil)
                .isLessThanOrEqualTo(expected.getOrDefault(pupil, "Z")));
    }

    private SyncReport sync(LocalDate on) throws Exception {
        return sync(Path.of("").toAbsolutePath(), on);
    }

    private SyncReport sync(Path home, LocalDate on) throws Exception {
        Agreement agreement = new Agreements(home.resolve("mappings")).load("gent-onderwijs");
        try (Gateway gateway = new Gateway(city.settings().withHome(home), Today.wallClock())) {
            Path pupils = city.sandbox().folder().resolve("city/pupils.csv");
            return gateway.syncs().run(agreement, pupils, on, false, Progress.NONE);
        }
    }

    /** What invoicing has last, by pupil number. */
    private Map<String, String> invoiced() throws Exception {
        Map<String, String> table = new TreeMap<>();
        Path file = city.sandbox().folder().resolve("education/tariffs.csv");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] fields = line.split(";");
            if (!fields[0].equals("pupil")) {
                table.put(fields[0], fields[1] + " from " + fields[2]);
            }
        }
        return table;
    }

    /** The class of every pupil who has one, by the city's own truth. */
    private Map<String, String> expected(LocalDate on) throws Exception {
        Map<String, String[]> people = rows("people.csv");
        Map<String, List<String[]>> households =
                people.values().stream().collect(Collectors.groupingBy(person -> person[1]));
        Map<String, String> classes = new TreeMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (String line : Files.readAllLines(city.sandbox().folder().resolve("city/pupils.csv"))) {
            String[] pupil = line.split(";", -1);
            boolean known = pupil.length == 4 && people.containsKey(pupil[1]);
            for (String key : known ? keys(pupil) : List.<String>of()) {
                if (!pupil[1].equals(numbers.merge(key, pupil[1], (first, later) -> first))) {
                    continue; // that number is another child's
                }
                boolean died = people.get(pupil[1])[4].equals("overleden");
                String tariff = isChild(people.get(pupil[1])) && !died
                        ? tariff(households.get(people.get(pupil[1])[1]), on)
                        : "";
                if (!tariff.isEmpty()) {
                    classes.put(key, tariff);
                }
            }
        }
        return classes;
    }

    /** Under which invoicing knows a child: as a pupil, in childcare, or both; of two kinds, so that the same digits are two. */
    private static List<String> keys(String[] pupil) {
        List<String> keys = new ArrayList<>();
        if (!pupil[0].isEmpty()) {
            keys.add(pupil[0]);
        }
        if (!pupil[3].isEmpty()) {
            keys.add("childcareFile/" + pupil[3]);
        }
        return keys;
    }

    /** The day on which the first of them came onto a living wage, in the school year. */
    private static String since(List<String[]> parents, LocalDate on) {
        String first = parents.stream()
                .filter(person -> Rights.run(person[6], person[7], on))
                .map(person -> person[6])
                .min(String::compareTo)
                .orElseThrow();
        return first.compareTo("2025-09-01") < 0 ? "2025-09-01" : first;
    }

    /** Whose numbers these are. */
    private long people(Set<String> numbers) throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city/pupils.csv")).stream()
                .map(line -> line.split(";", -1))
                .filter(pupil -> keys(pupil).stream().anyMatch(numbers::contains))
                .map(pupil -> pupil[1])
                .distinct()
                .count();
    }

    private static boolean isChild(String[] person) {
        return Set.of("03", "13").contains(person[2]);
    }

    private static String tariff(List<String[]> household, LocalDate on) {
        List<String[]> parents = household.stream()
                .filter(person -> !person[4].equals("overleden"))
                .filter(person -> Set.of("01", "02", "22").contains(person[2]))
                .toList();
        if (parents.stream().anyMatch(person -> Rights.run(person[6], person[7], on))) {
            return "A from " + since(parents, on);
        }
        if (parents.isEmpty() || parents.stream().anyMatch(person -> person[8].isEmpty())) {
            return "";
        }
        Map<String, Long> columns = new HashMap<>();
        for (String[] person : parents) {
            long all = Long.parseLong(person[9]);
            long first = all * 3 / 5;
            person[10]
                    .chars()
                    .forEach(column -> columns.put(person[8] + (char) column, column == 'A' ? first : all - first));
        }
        long income = columns.values().stream().mapToLong(Long::longValue).sum();
        return income < 2_300_000 ? "B from 2025-09-01" : income < 3_300_000 ? "C from 2025-09-01" : "";
    }

    private Map<String, String[]> rows(String file) throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city").resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(fields -> !fields[0].isEmpty())
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields, (a, b) -> a));
    }
}
