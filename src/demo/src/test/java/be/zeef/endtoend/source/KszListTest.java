package be.zeef.endtoend.source;

import static be.zeef.endtoend.city.KszCity.FACT;
import static be.zeef.endtoend.city.KszCity.digits;
import static be.zeef.endtoend.city.KszCity.question;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.endtoend.city.KszCase;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListQuestion;
import be.zeef.source.PersonList;
import be.zeef.source.StatusAsked;
import be.zeef.source.ksz.KszListLanguage;
import be.zeef.testing.Await;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list says of everyone, the KSZ' own service says too: wherever, however old, and on whatever day. */
class KszListTest extends KszCase {

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
}
