package be.zeef.endtoend.city;

import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The sandbox' Heusden-Zolder, by its register's extract and its own truth, as on the first of August 2026. */
public record HeusdenZolder(Path folder) {

    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    public static HeusdenZolder of(TestCity city) {
        return new HeusdenZolder(city.sandbox().folder().resolve("heusden-zolder"));
    }

    public Path population() {
        return folder.resolve("population.csv");
    }

    /** Everyone up to 24 who lives and stands on a line that is right, in the extract's order. */
    public List<String> young() throws IOException {
        return Files.readAllLines(population()).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(fields -> fields.length == 6 && fields[5].isEmpty() && fields[0].matches("\\d{11}"))
                .filter(fields ->
                        LocalDate.parse(fields[4].replace("-00", "-01")).isAfter(AUGUST.minusYears(25)))
                .filter(fields -> Insz.fault(fields[0], Realm.SANDBOX).isEmpty())
                .map(fields -> fields[0])
                .distinct()
                .toList();
    }

    /** Those of them whom the buffer knows to have the status. */
    public TreeSet<String> entitled() throws IOException {
        Set<String> young = new HashSet<>(young());
        TreeSet<String> entitled = new TreeSet<>();
        for (String line : Files.readAllLines(folder.resolve("truth.csv"))) {
            String[] fields = line.split(";", -1);
            if (young.contains(fields[0]) && Rights.run(fields[2], fields[3], AUGUST) && fields[7].equals("NORMAAL")) {
                entitled.add(fields[0]);
            }
        }
        return entitled;
    }
}
