package be.zeef.sandbox.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(extract.get(0)).isEqualTo("insz;referentiepersoon;positie;postcode;geboortedatum");
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

    private static Set<String> people(Path city) throws Exception {
        return Files.readAllLines(city.resolve("truth.csv")).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(';')))
                .filter(insz -> !insz.isEmpty())
                .collect(Collectors.toSet());
    }
}
