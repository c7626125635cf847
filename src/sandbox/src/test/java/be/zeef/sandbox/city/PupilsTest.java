package be.zeef.sandbox.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Insz;
import be.zeef.subject.InszFault;
import be.zeef.subject.Realm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PupilsTest {

    @TempDir
    Path folder;

    @Test
    void enrolsMostOfSchoolAge_andAFewBadly() throws Exception {
        CityMaker.make(folder, CityOptions.ghent(1000, 7, 2));
        Pupils pupils = Pupils.of(folder, 7);

        List<String> text = Files.readAllLines(folder.resolve("pupils.csv"));
        assertThat(text.get(0)).isEqualTo("leerlingnummer;insz;schooljaar;dossiernummer");
        List<String[]> all =
                text.stream().skip(1).map(row -> row.split(";", -1)).toList();
        List<String[]> rows = all.stream().filter(row -> !isOfCareOnly(row)).toList();
        long children = Files.readAllLines(folder.resolve("truth.csv")).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(';')))
                .filter(insz -> !insz.isEmpty())
                .map(insz -> TestNumbers.born(insz).getYear())
                .filter(year -> year >= 2008 && year <= 2023)
                .count();
        assertThat(rows.size()).isBetween((int) (children * 0.8), (int) children);
        assertThat(rows).allMatch(row -> row.length == 4 && row[2].equals("2025-2026"));

        assertThat(rows)
                .filteredOn(row -> Insz.fault(row[1], Realm.SANDBOX).isPresent())
                .isNotEmpty()
                .allMatch(row -> Insz.fault(row[1], Realm.SANDBOX).get() == InszFault.CHECK_DIGITS);
        assertThat(rows).filteredOn(row -> row[0].isEmpty()).isNotEmpty();
        assertThat(twice(rows, 0)).hasSize((rows.size() + 388) / 400);
        assertThat(twice(rows, 1)).hasSize((rows.size() + 386) / 400);
        assertThat(rows).allMatch(row -> row[0].isEmpty() || pupils.enrolled(row[0]));
        assertThat(pupils.enrolled("")).isFalse();

        assertThat(all)
                .as("children in the city's childcare have a file number, which may be some pupil's number too")
                .filteredOn(PupilsTest::isOfCareOnly)
                .hasSizeGreaterThan(10)
                .allMatch(row -> row[0].isEmpty() && pupils.inCare(row[3]))
                .anyMatch(row -> pupils.enrolled(row[3]));
        assertThat(rows).as("some have both").anyMatch(row -> !row[0].isEmpty() && pupils.inCare(row[3]));
        assertThat(pupils.inCare("")).isFalse();
    }

    private static boolean isOfCareOnly(String[] row) {
        return Insz.fault(row[1], Realm.SANDBOX).isEmpty()
                && TestNumbers.born(row[1]).getYear() > 2023;
    }

    private static List<String> twice(List<String[]> rows, int field) {
        return rows.stream()
                .map(row -> row[field])
                .filter(text -> !text.isEmpty())
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    @Test
    void makesTheSamePupilsOfTheSameCity() throws Exception {
        Path other = folder.resolve("other");
        CityMaker.make(folder, CityOptions.ghent(200, 7, 2));
        CityMaker.make(other, CityOptions.ghent(200, 7, 2));
        Pupils.of(folder, 7);
        Pupils.of(other, 7);

        assertThat(other.resolve("pupils.csv")).hasSameTextualContentAs(folder.resolve("pupils.csv"));
    }
}
