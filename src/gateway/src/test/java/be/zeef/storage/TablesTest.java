package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every table has one room, whose code alone writes it, and one contract there. Another room reads it where the list below says so, and
 * nowhere else.
 */
class TablesTest {

    private static final Path SOURCES = Path.of("src/gateway/src/main/java/be/zeef");
    private static final Path TESTS = Path.of("src/gateway/src/test/java/be/zeef");
    private static final Path MIGRATIONS = Path.of("src/gateway/src/main/resources/db/migration");

    /** Where one statement must look at two rooms' tables, because what it does has to be right for all rows at once. */
    private static final Map<String, Set<String>> READ_ELSEWHERE = Map.of(
            // whether a grant is open follows from how its delivery stands
            "delivery", Set.of("grant"),
            // who was granted something and would get nothing today
            "decision", Set.of("grant"),
            // which allowances wait for a premium, and which a premium follows from
            "payment", Set.of("payment/intake"),
            "premium", Set.of("payment/intake"),
            // for whom a transfer that stands for a claim is
            "claim", Set.of("payment"));

    /** What a library writes for a room of ours, which holds it to its contract there all the same. */
    private static final Map<String, String> BY_LIBRARIES = Map.of("scheduled_task", "schedule");

    private static final Pattern WRITES = Pattern.compile("\\b(?:insert into|update|delete from|merge into) (\\w+)");
    private static final Pattern READS = Pattern.compile("\\b(?:from|join) (\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");
    private static final Pattern MADE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern RENAMED = Pattern.compile("alter table (?:if exists )?(\\w+) rename to (\\w+)");
    private static final Pattern CONTRACT = Pattern.compile("@ContractOf\\(([^)]*)\\)\\s+class ");
    private static final Pattern CUTS = Pattern.compile("as (?:var)?char ?\\(");

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

    /** Its SQL lies in one room, and there lies the test that holds it on both kinds of database. */
    @Test
    void aTableHasOneContract_inItsRoom() {
        Map<String, List<String>> contracts = new TreeMap<>();
        files(TESTS, ".java").forEach(file -> CONTRACT.matcher(read(file))
                .results()
                .flatMap(contract -> LITERAL.matcher(contract.group(1)).results())
                .forEach(table -> contracts
                        .computeIfAbsent(table.group(1), any -> new ArrayList<>())
                        .add(TESTS.relativize(file.getParent()).toString())));
        Map<String, List<String>> wanted = new TreeMap<>();
        rooms(WRITES).forEach((table, writers) -> wanted.put(table, List.copyOf(writers)));
        BY_LIBRARIES.forEach((table, room) -> wanted.put(table, List.of(room)));

        assertThat(wanted).containsOnlyKeys(tables());
        assertThat(contracts).isEqualTo(wanted);
    }

    /** A cast to a shorter text cuts it and says nothing, on either database; a column refuses what is too long for it. */
    @Test
    void noStatementCutsAText() {
        assertThat(files(SOURCES, ".java")).allSatisfy(file -> assertThat(statements(file))
                .noneMatch(sql -> CUTS.matcher(sql).find()));
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

    /** Those that the migrations come to. */
    private static Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        Set<String> renamed = new TreeSet<>();
        files(MIGRATIONS, ".sql").stream().map(TablesTest::read).forEach(sql -> {
            MADE.matcher(sql).results().forEach(made -> tables.add(made.group(1)));
            RENAMED.matcher(sql).results().forEach(to -> {
                renamed.add(to.group(1));
                tables.add(to.group(2));
            });
        });
        tables.removeAll(renamed);
        return tables;
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
