package be.zeef.columns;

import be.zeef.columns.ColumnMap.Column;
import be.zeef.columns.ColumnMap.Source;
import be.zeef.columns.PeriodChecks.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the list of columns of a column map. */
final class ColumnReader {

    private static final List<String> KEYS = List.of("header", "from", "fixed", "codes");

    private final MapFile map;
    private final Rules rules;
    private final Map<String, Source> fields = new LinkedHashMap<>();

    ColumnReader(MapFile map, Rules rules) {
        this.map = map;
        this.rules = rules;
        fields.put(rules.keyName(), Source.KEY);
        rules.otherKeys().keySet().forEach(name -> fields.put(name, Source.OTHER_KEY));
        fields.put(rules.valueName(), Source.VALUE);
        fields.put("from", Source.FROM);
        fields.put("until", Source.UNTIL);
        rules.columns().keySet().forEach(name -> fields.put(name, Source.POPULATION));
        fields.put("id", Source.ID);
    }

    List<Column> read() {
        JsonNode list = map.tree().path("columns");
        map.require(list.isArray() && !list.isEmpty(), "/columns", "columns.none");
        List<Column> columns = new ArrayList<>();
        Set<String> headers = new HashSet<>();
        Set<String> filled = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String place = "/columns/" + i;
            Column column = column(list.get(i), place);
            map.require(headers.add(column.header()), place + "/header", "columns.header-twice");
            String field = list.get(i).path("from").asText();
            boolean fresh = column.source() == Source.FIXED || filled.add(field);
            map.require(fresh, place + "/from", "columns.field-twice", field);
            columns.add(column);
        }
        fields.forEach((name, source) -> {
            boolean told = source == Source.ID
                    || source == Source.VALUE && rules.values().size() == 1;
            map.require(told || filled.contains(name), "/columns", "columns.missing", name);
        });
        return columns;
    }

    private Column column(JsonNode column, String place) {
        map.requireKnown(column, place, KEYS);
        String header = column.path("header").asText();
        map.require(plain(header), place + "/header", "columns.header");
        map.require(column.has("from") != column.has("fixed"), place, "columns.source");
        String fixed = column.path("fixed").asText();
        map.require(plain(fixed) || !column.has("fixed"), place + "/fixed", "columns.fixed");
        String field = column.path("from").asText();
        boolean known = fields.containsKey(field) || !column.has("from");
        map.require(known, place + "/from", "columns.field", field, String.join(", ", fields.keySet()));
        Source source = fields.getOrDefault(field, Source.FIXED);
        boolean named = source == Source.OTHER_KEY || source == Source.POPULATION;
        return new Column(header, source, named ? field : "", fixed, codes(column, source, place + "/codes"));
    }

    private Map<String, String> codes(JsonNode column, Source source, String place) {
        Map<String, String> codes = new LinkedHashMap<>();
        column.path("codes")
                .properties()
                .forEach(code -> codes.put(code.getKey(), code.getValue().asText()));
        if (source == Source.VALUE && column.has("codes")) {
            boolean whole = codes.keySet().equals(rules.values())
                    && new HashSet<>(codes.values()).size() == codes.size()
                    && codes.values().stream().allMatch(ColumnReader::plain);
            map.require(whole, place, "columns.codes", String.join(", ", rules.values()));
        } else {
            map.require(!column.has("codes"), place, "columns.codes-place", rules.valueName());
        }
        return codes;
    }

    /** Of one line, and nothing that a spreadsheet runs. */
    static boolean plain(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl) && !Formula.starts(text);
    }
}
