package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.subject.Today;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Whatever text is typed anywhere at the command line: where it names somebody or explains something, a person's number is refused before
 * anything is begun; and nowhere is one told again or left lying in a file. A new option is met here without being named.
 */
class NoNumberIsAWordTest {

    private static final String PERSON = "78661200190";

    private static final String DOTTED = "78.66.12-001.90";

    /** One person's number as people write it. */
    private static final List<String> SPELLINGS = List.of(
            PERSON,
            DOTTED,
            "78 66 12 001 90",
            "\uff17\uff18\uff16\uff16\uff11\uff12\uff10\uff10\uff11\uff19\uff10",
            "an-78661200190-x",
            "voor 78.66.12-001.90, zie attest",
            "7866l2OO19O");

    /** What stands in the ledger as it is typed. */
    private static final Set<String> KEPT = Set.of("--clerk", "--by", "--reason", "--reference");

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    private Path config;

    @BeforeAll
    static void copies() throws Exception {
        for (String part : List.of("mappings", "routes", "security")) {
            copy(Path.of("").toAbsolutePath().resolve(part), home.resolve(part));
        }
    }

    @BeforeEach
    void settings() throws Exception {
        config = Files.writeString(
                folder.resolve("zeef.yaml"),
                Json.of(Map.of("data", folder.resolve("data").toString(), "home", home.toString())));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path there = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        }
    }

    private record Said(int code, String text) {}

    private Said said(List<String> words) {
        StringWriter said = new StringWriter();
        CommandLine line = Zeef.line(Today.wallClock());
        PrintWriter both = new PrintWriter(said, true);
        line.setOut(both);
        line.setErr(both);
        InputStream before = System.in;
        PrintStream errBefore = System.err;
        try {
            System.setIn(new ByteArrayInputStream((PERSON + "\n").getBytes(StandardCharsets.UTF_8)));
            return new Said(line.execute(words.toArray(String[]::new)), said.toString());
        } finally {
            System.setIn(before);
            System.setErr(errBefore);
        }
    }

    private void nowhereLies(String... texts) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(file -> holds(file, texts))
                            .toList())
                    .isEmpty();
        } catch (java.nio.file.NoSuchFileException e) {
            // nothing was begun
        }
    }

    private static boolean holds(Path file, String... texts) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Stream.of(texts).anyMatch(content::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void noTextIsToldAgain_thatMayBeANumber(Place place) throws Exception {
        for (String text : KEPT.contains(place.name()) ? SPELLINGS : List.of(DOTTED + " " + PERSON)) {
            Said said = said(place.words(
                    place.arg().type() == Path.class
                                    || Arrays.asList(place.arg().auxiliaryTypes())
                                            .contains(Path.class)
                            ? folder.resolve(text).toString()
                            : text,
                    config));

            assertThat(said.text()).as("%s %s", place, text).doesNotContain(text, PERSON, DOTTED, "not foreseen");
            nowhereLies(text, PERSON, DOTTED);
            if (KEPT.contains(place.name())) {
                assertThat(said.code()).as("%s: %s", place, said.text()).isEqualTo(2);
                assertThat(said.text()).containsPattern("(name|reason|reference)-number|reference-shape");
                assertThat(folder.resolve("data/db.mv.db"))
                        .as("nothing was begun")
                        .doesNotExist();
            }
        }
    }

    static Stream<Place> everyText() {
        return Place.every();
    }

    static Stream<Place> everyKeptText() {
        return Place.every().filter(place -> KEPT.contains(place.name()));
    }

    @ParameterizedTest
    @MethodSource("everyKeptText")
    void nobodyHasNoName_andNothingHasNoReason(Place place) {
        for (String text : List.of("", " ", "a\u202eb", "a\nb")) {
            Said said = said(place.words(text, config));

            assertThat(said.code()).as("%s: %s", place, said.text()).isEqualTo(2);
            assertThat(said.text()).containsPattern("(name|reason|reference)-shape");
            assertThat(folder.resolve("data/db.mv.db")).as("nothing was begun").doesNotExist();
        }
    }

    /** Were it to meet no place, it would hold whatever the commands do. */
    @Test
    void everyPlaceOfWhatIsKeptIsMet() {
        Set<String> kept = new TreeSet<>();
        Place.every().filter(each -> KEPT.contains(each.name())).forEach(each -> kept.add(each.toString()));

        assertThat(kept)
                .contains(
                        "ask --clerk",
                        "claim --clerk",
                        "claim --reference",
                        "claim withdraw --reason",
                        "grant --by",
                        "ledger export --by",
                        "ledger subject --reason",
                        "objection enter --by",
                        "open --by",
                        "payment close --reason",
                        "agreement revoke --reason");
        assertThat(Optional.of(Place.every().count()))
                .hasValueSatisfying(count -> assertThat(count).isGreaterThan(60));
    }
}
