package be.zeef;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file of the house is longer than can be held in mind, no room wider, and each room says what it is for. */
class HouseSizesTest {

    private static final int LINES = 250;
    private static final int FILES = 30;

    @Test
    void noFileIsLongerThan250Lines() throws IOException {
        assertThat(sources().filter(file -> lines(file) > LINES))
                .extracting(file -> file + " has " + lines(file) + " lines: split it by what it promises")
                .isEmpty();
    }

    @Test
    void noRoomIsWiderThan30Files() throws IOException {
        Map<Path, Long> rooms = sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(rooms).isNotEmpty();
        assertThat(rooms.entrySet())
                .filteredOn(room -> room.getValue() > FILES)
                .extracting(room -> room.getKey() + " has " + room.getValue() + " files: it is two rooms")
                .isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        List<Path> rooms = sources()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(rooms)
                .filteredOn(room -> !Files.exists(room.resolve("package-info.java")))
                .extracting(room -> room + " has no package-info.java: say what the room is for")
                .isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> all =
                Stream.of(Path.of("src"), Path.of("conformance-tests/java")).flatMap(HouseSizesTest::walk)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(500);
            return sources.stream();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
