package be.zeef.recipient;

import be.zeef.columns.MapFile;
import be.zeef.columns.PeriodChecks.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads {@code recipient.yaml}; everything that is wrong with it is told at once. */
final class RecipientFileReader {

    private static final List<String> KEYS =
            List.of("series", "key", "keyForm", "otherKeys", "value", "values", "columns", "days", "forms");
    private static final String NAME = "[a-z][A-Za-z]{0,30}";
    private static final Set<String> TAKEN = Set.of("from", "until", "id");
    private static final Map<String, GrantDays> DAYS = new TreeMap<>(
            Arrays.stream(GrantDays.values()).collect(Collectors.toMap(GrantDays::said, Function.identity())));

    private final Path folder;
    private final MapFile file;
    private final Set<String> forms;
    private final Set<String> named = new HashSet<>();

    RecipientFileReader(Path folder, Set<String> forms) {
        this.folder = folder;
        this.file = new MapFile(folder.resolve("recipient.yaml"));
        this.forms = forms;
    }

    RecipientFile read() {
        file.requireKnown(file.tree(), "", KEYS);
        String series = text("series");
        // it becomes part of file names
        file.require(series.matches("[A-Z0-9]{1,20}(\\.[A-Z0-9]{1,20}){0,3}"), "/series", "recipients.series");
        Rules rules =
                new Rules(name("key"), form("/keyForm"), forms("otherKeys"), name("value"), values(), forms("columns"));
        file.require(!rules.keyName().equals(rules.valueName()), "/value", "recipients.name", "value");
        String days = one("days", DAYS.keySet());
        String form = one("forms", forms);
        file.require(Files.isRegularFile(folder.resolve("receipt.xsd")), "", "recipients.no-receipt");
        file.refuse();
        return new RecipientFile(folder, series, rules, DAYS.get(days), form);
    }

    private String text(String key) {
        return file.tree().path(key).asText();
    }

    private String name(String key) {
        String name = text(key);
        boolean good = name.matches(NAME) && !TAKEN.contains(name);
        file.require(good, "/" + key, "recipients.name", key);
        named.add(name);
        return name;
    }

    private Pattern form(String place) {
        String form = file.tree().at(place).asText();
        try {
            file.require(!form.isBlank(), place, "recipients.key-form", place.substring(1));
            return Pattern.compile(form);
        } catch (PatternSyntaxException e) {
            file.require(false, place, "recipients.key-form", place.substring(1));
            return Pattern.compile("");
        }
    }

    /** Fields of which there may be none, each with its form, in their order. */
    private Map<String, Pattern> forms(String key) {
        Map<String, Pattern> fields = new LinkedHashMap<>();
        file.tree().path(key).fieldNames().forEachRemaining(name -> {
            boolean good = name.matches(NAME) && !TAKEN.contains(name);
            file.require(good && named.add(name), "/" + key + "/" + name, "recipients.name", name);
            fields.put(name, form("/" + key + "/" + name));
        });
        return fields;
    }

    private SortedSet<String> values() {
        SortedSet<String> values = new TreeSet<>();
        file.tree().path("values").forEach(value -> values.add(value.asText()));
        boolean good = !values.isEmpty() && values.stream().allMatch(value -> value.matches("[A-Za-z0-9_]{1,32}"));
        file.require(good, "/values", "recipients.values");
        return values;
    }

    private String one(String key, Set<String> choices) {
        String chosen = text(key);
        String known = String.join(", ", new TreeSet<>(choices));
        file.require(choices.contains(chosen), "/" + key, "columns.choice", key, known);
        return chosen;
    }
}
