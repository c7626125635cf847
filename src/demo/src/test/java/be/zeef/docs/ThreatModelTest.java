package be.zeef.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model says of each attacker which test holds what stops him, and that test is there. */
class ThreatModelTest {

    private static final Path MODEL = Path.of("security/THREAT-MODEL.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final int COLUMNS = 4;

    /** The rows of its tables, without their heads; each has the cells attacker, could, is stopped by, test. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(MODEL).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attacker |"))
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Set<String> tests(String text) {
        return TEST.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAttackerHasATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(40);
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(COLUMNS);
            assertThat(tests(row.get(COLUMNS - 1))).isNotEmpty();
        });
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path sources : List.of(Path.of("src"), Path.of("conformance-tests"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> there.add(name.replace(".java", "")));
            }
        }

        assertThat(there).containsAll(tests(Files.readString(MODEL)));
    }
}
