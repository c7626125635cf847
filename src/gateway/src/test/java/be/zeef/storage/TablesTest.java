package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every table has one room, whose code alone writes it. Another room reads it where the list below says so, and nowhere else. */
class TablesTest {

    private static final Path SOURCES = Path.of("src/gateway/src/main/java/be/zeef");
    private static final Path MIGRATIONS = Path.of("src/gateway/src/main/resources/db/migration");

    /** Where one statement must look at two rooms' tables, because what it does has to be right for all rows at once. */
    private static final Map<String, Set<String>> READ_ELSEWHERE = Map.of(
            // whether a grant is open follows from how its delivery stands
            "delivery", Set.of("grant"),
            // who was granted something and would get nothing today
            "decision", Set.of("grant"),
            // which allowances wait for a premium, and which a premium follows from
            "payment", Set.of("payment/intake"),
            "premium", Set.of("payment/intake"));

    private static final Pattern WRITES = Pattern.compile("\\b(?:insert into|update|delete from|merge into) (\\w+)");
    private static final Pattern READS = Pattern.compile("\\b(?:from|join) (\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");
    private static final Pattern MADE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern RENAMED = Pattern.compile("alter table (?:if exists )?\\w+ rename to (\\w+)");

    @Test
    void aTableIsWrittenInOneRoom() {
        Map<String, Set<String>> rooms = rooms(WRITES);

        assertThat(rooms).hasSizeGreaterThan(20);
        assertThat(rooms)
                .allSatisfy((table, writers) ->
                        assertThat(writers).as("who writes %s", table).hasSize(1));
    }

    @Test
    void aTableIsReadInItsRoom_andWhereTheListSaysSo() {
        Map<String, Set<String>> writers = rooms(WRITES);
        Map<String, Set<String>> elsewhere = new TreeMap<>();
        rooms(READS).forEach((table, readers) -> {
            Set<String> others = new TreeSet<>(readers);
            others.removeAll(writers.getOrDefault(table, Set.of()));
            if (!others.isEmpty()) {
                elsewhere.put(table, others);
            }
        });

        assertThat(elsewhere).isEqualTo(READ_ELSEWHERE);
    }

    /** Rooms by the tables that their statements name so. */
    private static Map<String, Set<String>> rooms(Pattern named) {
        Set<String> tables = tables();
        Map<String, Set<String>> rooms = new TreeMap<>();
        files(SOURCES, ".java").forEach(file -> statements(file)
                .flatMap(sql -> named.matcher(sql).results())
                .map(found -> found.group(1))
                .filter(tables::contains)
                .forEach(table -> rooms.computeIfAbsent(table, any -> new TreeSet<>())
                        .add(SOURCES.relativize(file.getParent()).toString())));
        return rooms;
    }

    /** Text in quotes, joined where it is only broken over lines. */
    private static Stream<String> statements(Path file) {
        String joined = read(file).replaceAll("\"\\s*\\+\\s*\"", "");
        return LITERAL.matcher(joined).results().map(literal -> literal.group(1));
    }

    private static Set<String> tables() {
        return files(MIGRATIONS, ".sql").stream()
                .map(TablesTest::read)
                .flatMap(sql -> Stream.of(MADE, RENAMED)
                        .flatMap(made -> made.matcher(sql).results()))
                .map(made -> made.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
