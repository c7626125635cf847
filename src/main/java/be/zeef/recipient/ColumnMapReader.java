package be.zeef.recipient;

import be.zeef.recipient.ColumnMap.Column;
import be.zeef.recipient.ColumnMap.Source;
import be.zeef.recipient.PeriodChecks.Rules;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a column map; everything that is wrong with it is told at once, with line and column. */
final class ColumnMapReader {

    private static final List<String> KEYS =
            List.of("separator", "quoting", "lineEnd", "header", "dates", "assumed", "columns");
    private static final List<String> COLUMN_KEYS = List.of("header", "from", "fixed", "codes");
    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 25);

    private final Path file;
    private final Rules rules;
    private final Map<String, Source> fields = new LinkedHashMap<>();
    private final Findings findings = new Findings();
    private final YamlPlaces places;
    private final JsonNode tree;

    ColumnMapReader(Path file, Rules rules) {
        this.file = file;
        this.rules = rules;
        fields.put(rules.keyName(), Source.KEY);
        fields.put(rules.valueName(), Source.VALUE);
        fields.put("from", Source.FROM);
        fields.put("until", Source.UNTIL);
        fields.put("id", Source.ID);
        try {
            String text = Files.readString(file);
            tree = new ObjectMapper(new YAMLFactory()).readTree(text);
            places = YamlPlaces.of(text);
        } catch (JsonProcessingException e) {
            throw refused("columns.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!tree.isObject()) {
            throw refused("columns.yaml");
        }
    }

    ColumnMap read() {
        known(tree, "", KEYS);
        String separator = choice("separator", Map.of(";", ";", ",", ",", "tab", "\t", "|", "|"));
        String quoting = choice("quoting", Map.of("needed", "needed", "always", "always"));
        String lineEnd = choice("lineEnd", Map.of("crlf", "\r\n", "lf", "\n"));
        String header = choice("header", Map.of("true", "true", "false", "false"));
        String dates = tree.path("dates").asText();
        require(keepsDates(dates), "/dates", "columns.dates");
        List<Column> columns = columns();
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file.toString()));
        }
        return new ColumnMap(
                file.toString(),
                separator.charAt(0),
                "always".equals(quoting),
                lineEnd,
                "true".equals(header),
                dates,
                columns);
    }

    private List<Column> columns() {
        JsonNode list = tree.path("columns");
        require(list.isArray() && !list.isEmpty(), "/columns", "columns.none");
        List<Column> columns = new ArrayList<>();
        Set<String> headers = new HashSet<>();
        Set<Source> sources = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Column column = column(list.get(i), "/columns/" + i);
            require(headers.add(column.header()), "/columns/" + i + "/header", "columns.header-twice");
            boolean fresh = column.source() == Source.FIXED || sources.add(column.source());
            require(fresh, "/columns/" + i + "/from", "columns.field-twice", name(column.source()));
            columns.add(column);
        }
        for (Source needed : List.of(Source.KEY, Source.VALUE, Source.FROM, Source.UNTIL)) {
            boolean told = needed == Source.VALUE && rules.values().size() == 1;
            require(told || sources.contains(needed), "/columns", "columns.missing", name(needed));
        }
        return columns;
    }

    private Column column(JsonNode column, String place) {
        known(column, place, COLUMN_KEYS);
        String header = column.path("header").asText();
        require(plain(header), place + "/header", "columns.header");
        require(column.has("from") != column.has("fixed"), place, "columns.source");
        String fixed = column.path("fixed").asText();
        if (column.has("fixed")) {
            require(plain(fixed), place + "/fixed", "columns.fixed");
        }
        Source source = Source.FIXED;
        if (column.has("from")) {
            String field = column.path("from").asText();
            source = fields.getOrDefault(field, Source.FIXED);
            require(fields.containsKey(field), place + "/from", "columns.field", field, joined(fields.keySet()));
        }
        return new Column(header, source, fixed, codes(column, source, place + "/codes"));
    }

    private Map<String, String> codes(JsonNode column, Source source, String place) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (column.has("codes")) {
            column.path("codes")
                    .properties()
                    .forEach(code -> codes.put(code.getKey(), code.getValue().asText()));
            require(source == Source.VALUE, place, "columns.codes-place", rules.valueName());
            boolean whole = codes.keySet().equals(rules.values())
                    && new HashSet<>(codes.values()).size() == codes.size()
                    && codes.values().stream().allMatch(ColumnMapReader::plain);
            require(whole || source != Source.VALUE, place, "columns.codes", joined(rules.values()));
        }
        return codes;
    }

    private String choice(String key, Map<String, String> choices) {
        String chosen = tree.path(key).asText();
        require(
                choices.containsKey(chosen),
                "/" + key,
                "columns.choice",
                key,
                joined(choices.keySet().stream().sorted().toList()));
        return choices.getOrDefault(chosen, "?");
    }

    private void known(JsonNode node, String place, List<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                require(false, place + "/" + key, "columns.key", key, joined(keys));
            }
        });
    }

    private static boolean keepsDates(String pattern) {
        try {
            DateTimeFormatter dates = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            String written = dates.format(SAMPLE);
            return plain(written) && LocalDate.parse(written, dates).equals(SAMPLE);
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Of one line, and nothing that a spreadsheet runs. */
    private static boolean plain(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl) && !Formula.starts(text);
    }

    private String name(Source source) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == source)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("fixed");
    }

    private static String joined(Iterable<String> names) {
        return String.join(", ", names);
    }

    private void require(boolean good, String place, String code, String... arguments) {
        if (!good) {
            findings.add(Finding.error(code, places.at(place), arguments));
        }
    }

    private InvalidMessageException refused(String code) {
        findings.add(Finding.fatal(code, Location.WHOLE));
        return new InvalidMessageException(findings.report(file.toString()));
    }
}
