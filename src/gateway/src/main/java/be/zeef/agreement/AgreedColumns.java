package be.zeef.agreement;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.subject.PopulationColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The columns of the population that go along to the recipient, or hold other kinds of its own keys: reads them, and holds them against what {@code recipient.yaml}
 * says that the recipient takes, for what leaves must be agreed by both.
 */
final class AgreedColumns {

    private static final String PLACE = "/recipient/columns";

    private final Path mappings;
    private final ServiceChecks.Teller teller;

    AgreedColumns(Path mappings, ServiceChecks.Teller teller) {
        this.mappings = mappings;
        this.teller = teller;
    }

    /** @param recipient the part of a checked agreement that names it */
    static List<PopulationColumn> in(JsonNode recipient) {
        List<PopulationColumn> columns = new ArrayList<>();
        recipient.path("columns").properties().forEach(each -> {
            JsonNode said = each.getValue();
            Map<String, String> values = new LinkedHashMap<>();
            said.path("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            columns.add(new PopulationColumn(
                    each.getKey(),
                    said.path("column").asText(),
                    values,
                    Optional.ofNullable(said.path("pattern").textValue()).map(Pattern::compile)));
        });
        return List.copyOf(columns);
    }

    /** The recipient's other kinds of keys, each with the column that holds it. */
    static Map<String, String> otherKeys(JsonNode recipient) {
        Map<String, String> keys = new TreeMap<>();
        recipient
                .path("otherKeys")
                .properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue().asText()));
        return Collections.unmodifiableMap(keys);
    }

    void check(JsonNode tree) {
        checkKeys(tree);
        JsonNode columns = tree.at(PLACE);
        if (columns.isMissingNode()) {
            return;
        }
        // other populations are read person by person, and have no place for them
        teller.tell(tree.at("/sources/list").isObject(), "agreement.columns-list", PLACE);
        JsonNode taken = taken(tree, "columns");
        Set<String> headers = new HashSet<>();
        columns.properties().forEach(column -> {
            String name = column.getKey();
            String place = PLACE + "/" + name;
            boolean known = taken.has(name);
            teller.tell(known, "agreement.column-unknown", place, name);
            teller.tell(headers.add(column.getValue().path("column").asText()), "agreement.column-twice", place);
            if (known) {
                fits(column.getValue(), taken.path(name).asText(), place);
            }
        });
    }

    private void checkKeys(JsonNode tree) {
        JsonNode keys = tree.at("/recipient/otherKeys");
        boolean pupils = tree.path("subject").asText().equals("pupil")
                && tree.at("/recipient/identifier").asText().equals("recipient-key");
        teller.tell(keys.isMissingNode() || pupils, "agreement.other-keys-pupils", "/recipient/otherKeys");
        JsonNode taken = taken(tree, "otherKeys");
        keys.fieldNames()
                .forEachRemaining(name -> teller.tell(
                        taken.has(name), "agreement.other-key-unknown", "/recipient/otherKeys/" + name, name));
    }

    private void fits(JsonNode column, String form, String place) {
        JsonNode pattern = column.path("pattern");
        if (pattern.isTextual()) {
            boolean same = pattern.asText().equals(form) && isPattern(form);
            teller.tell(same, "agreement.column-pattern", place + "/pattern", form);
            return;
        }
        for (JsonNode told : column.path("values")) {
            teller.tell(matches(form, told.asText()), "agreement.column-value", place + "/values", told.asText());
        }
    }

    /** A form that is none is told where the recipient is looked at. */
    private static boolean matches(String form, String told) {
        return !isPattern(form) || Pattern.matches(form, told);
    }

    private static boolean isPattern(String form) {
        try {
            Pattern.compile(form);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** What the recipient takes, each with its form; nothing where it has no such file, or one that cannot be read. */
    private JsonNode taken(JsonNode tree, String what) {
        String system = tree.at("/recipient/system").asText();
        Path file = mappings.resolve("recipients").resolve(system).resolve("recipient.yaml");
        try {
            return Files.isRegularFile(file) ? Yaml.tree(Files.readString(file)).path(what) : MissingNode.getInstance();
        } catch (YamlException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
