package be.zeef.sandbox.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityMakerTest {

    @TempDir
    Path folder;

    @Test
    void makesTwoCitiesThatShareNobody() throws Exception {
        Path ghent = folder.resolve("city");
        Path other = folder.resolve("heusden-zolder");
        CityMaker.make(ghent, CityOptions.ghent(800, 7, 2));
        CityMaker.make(other, CityOptions.heusdenZolder(800, 7, 2));

        Set<String> shared = new HashSet<>(people(ghent));
        shared.retainAll(people(other));
        assertThat(shared).isEmpty();
        assertThat(people(other)).hasSizeBetween(100, 400).allMatch(insz -> Insz.fault(insz, Realm.SANDBOX)
                .isEmpty());
        List<String> extract = Files.readAllLines(other.resolve("population.csv"));
        assertThat(extract.get(0)).isEqualTo("insz;referentiepersoon;positie;postcode;geboortedatum;overlijdensdatum");
        assertThat(extract.stream().skip(1)).allMatch(row -> row.split(";")[3].equals("3550"));
        assertThat(Files.readAllLines(ghent.resolve("population.csv")).stream().skip(1))
                .noneMatch(row -> row.split(";")[3].equals("3550"));

        CityIndex both = CityIndex.read(ghent, other);
        CityIndex only = CityIndex.read(other);
        long one = Long.parseLong(people(ghent).iterator().next());
        assertThat(both.known(one)).isTrue();
        assertThat(only.known(one)).isFalse();
        assertThat(people(other)).allMatch(insz -> both.known(Long.parseLong(insz)));
    }

    /** Of whom the sources still say all that is needed to grant: a gateway that does not know of a death grants them. */
    @Test
    void makesPeopleWhoHaveDied_whoGetNothing() throws Exception {
        CityMaker.make(folder, CityOptions.ghent(800, 7, 2));
        List<String[]> extract = rows(folder.resolve("population.csv"));
        List<String[]> truth = rows(folder.resolve("truth.csv"));

        Set<String> dead = extract.stream()
                .filter(row -> !row[5].isEmpty())
                .map(row -> row[0])
                .collect(Collectors.toSet());
        assertThat(dead).hasSizeBetween(10, 80);
        assertThat(truth).filteredOn(row -> dead.contains(row[0])).allMatch(row -> row[7].equals("OVERLEDEN"));
        assertThat(truth)
                .filteredOn(row -> row.length > 7 && row[7].equals("OVERLEDEN"))
                .hasSize(dead.size());
        assertThat(truth)
                .as("no reference person who leaves somebody behind")
                .filteredOn(row -> !row[0].equals(row[1]))
                .noneMatch(row -> dead.contains(row[1]));
        CityIndex city = CityIndex.read(folder);
        assertThat(dead).allMatch(insz -> city.status(Long.parseLong(insz))
                .filter(span -> span.covers(LocalDate.of(2026, 1, 5)))
                .isPresent());
    }

    @Test
    void makesPeopleOfEveryKindThatTheSourcesTellOf() throws Exception {
        CityMaker.make(folder, CityOptions.ghent(800, 7, 2));
        People people = People.of(folder, 7);

        assertThat(people.everyone())
                .extracting(People.Person::municipality)
                .contains("44021", "44040", "99997", "992", People.ABROAD, People.DIED);
        assertThat(people.everyone()).extracting(People.Person::status).contains("", People.FAULTY);
        assertThat(people.everyone()).anyMatch(each -> each.status(LocalDate.of(2026, 7, 1)));
        assertThat(people.everyone()).extracting(People.Person::columns).contains("", "AB", "A", "B");
    }

    private static List<String[]> rows(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(row -> row.split(";", -1))
                .toList();
    }

    private static Set<String> people(Path city) throws Exception {
        return Files.readAllLines(city.resolve("truth.csv")).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(';')))
                .filter(insz -> !insz.isEmpty())
                .collect(Collectors.toSet());
    }
}
