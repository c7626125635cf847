package be.zeef.columns;

import be.zeef.columns.ColumnMap.Column;
import be.zeef.columns.PeriodChecks.Rules;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Reads a column map; everything that is wrong with it is told at once. */
final class ColumnMapReader {

    private static final List<String> KEYS =
            List.of("separator", "quoting", "lineEnd", "header", "dates", "assumed", "columns");
    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 25);

    private final MapFile map;
    private final Rules rules;

    ColumnMapReader(Path file, Rules rules) {
        this.map = new MapFile(file);
        this.rules = rules;
    }

    ColumnMap read() {
        map.requireKnown(map.tree(), "", KEYS);
        String separator = choice("separator", Map.of(";", ";", ",", ",", "tab", "\t", "|", "|"));
        String quoting = choice("quoting", Map.of("needed", "needed", "always", "always"));
        String lineEnd = choice("lineEnd", Map.of("crlf", "\r\n", "lf", "\n"));
        String header = choice("header", Map.of("true", "true", "false", "false"));
        String dates = map.tree().path("dates").asText();
        map.require(keepsDates(dates), "/dates", "columns.dates");
        List<Column> columns = new ColumnReader(map, rules).read();
        map.refuse();
        return new ColumnMap(
                map.name(),
                separator.charAt(0),
                "always".equals(quoting),
                lineEnd,
                "true".equals(header),
                dates,
                map.tree().path("assumed").asText(),
                columns);
    }

    private String choice(String key, Map<String, String> choices) {
        String chosen = map.tree().path(key).asText();
        String known = String.join(", ", new TreeSet<>(choices.keySet()));
        map.require(choices.containsKey(chosen), "/" + key, "columns.choice", key, known);
        return choices.getOrDefault(chosen, "?");
    }

    private static boolean keepsDates(String pattern) {
        try {
            DateTimeFormatter dates = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            String written = dates.format(SAMPLE);
            return ColumnReader.plain(written)
                    && LocalDate.parse(written, dates).equals(SAMPLE);
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
