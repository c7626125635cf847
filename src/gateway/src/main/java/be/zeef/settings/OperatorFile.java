package be.zeef.settings;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.settings.SettingsSchema.Breach;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.YamlFindings;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operator's own {@code zeef.yaml}: what it says, held against the schema before it counts. */
final class OperatorFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final JsonNode said;
    private final YamlPlaces lines;

    /** One for each setting, by its pointer. */
    private final Map<String, Finding> faults = new LinkedHashMap<>();

    /** Where a place such as <code>${env:PORT}</code> is the whole value. */
    private final Set<String> whole = new HashSet<>();

    private OperatorFile(Path file, JsonNode said, YamlPlaces lines) {
        this.file = file;
        this.said = said;
        this.lines = lines;
    }

    /**
     * Says nothing where there is no such file.
     *
     * @throws SettingsException when it is there and cannot be read, or is no YAML that says one thing
     */
    static OperatorFile of(Path file) {
        if (Files.notExists(file)) {
            return new OperatorFile(file, JsonNodeFactory.instance.objectNode(), YamlPlaces.of(""));
        }
        try {
            String text = Yaml.text(Files.readAllBytes(file));
            JsonNode tree = Yaml.tree(text);
            boolean empty = tree.isMissingNode() || tree.isNull();
            return new OperatorFile(file, empty ? JsonNodeFactory.instance.objectNode() : tree, YamlPlaces.of(text));
        } catch (YamlException e) {
            throw SettingsException.of(file, YamlFindings.of(e));
        } catch (IOException e) {
            throw SettingsException.of(
                    file,
                    Finding.fatal(Files.isDirectory(file) ? "settings.folder" : "settings.unreadable", Location.WHOLE));
        }
    }

    /** What it says as it stands there; nothing when it is no block of settings. */
    ObjectNode said() {
        return said instanceof ObjectNode block ? block.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /**
     * What it says, with its places filled.
     *
     * @throws SettingsException naming all that is wrong with it
     */
    ObjectNode filled(Places places, KnownNames known) {
        JsonNode filled = filled(said.deepCopy(), "", places);
        for (Breach breach : SettingsSchema.breaches(filled)) {
            if (breach.ofNoText() && whole.contains(breach.pointer())) {
                read(filled, breach.pointer());
            }
        }
        for (Breach breach : SettingsSchema.breaches(filled)) {
            faults.putIfAbsent(breach.pointer(), SettingsFaults.of(breach, lines.at(breach.pointer())));
        }
        known.hold(filled, (pointer, fault) -> faults.putIfAbsent(pointer, fault.at(lines.at(pointer))));
        if (!faults.isEmpty()) {
            Findings all = new Findings();
            faults.values().forEach(all::add);
            throw new SettingsException(all.report(file.toString()));
        }
        return (ObjectNode) filled;
    }

    private JsonNode filled(JsonNode value, String pointer, Places places) {
        if (value instanceof ObjectNode block) {
            block.properties()
                    .forEach(each -> each.setValue(
                            filled(each.getValue(), pointer + "/" + YamlPlaces.step(each.getKey()), places)));
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, filled(list.get(i), pointer + "/" + i, places));
            }
        } else if (value instanceof TextNode text) {
            if (Places.whole(text.textValue())) {
                whole.add(pointer);
            }
            return TextNode.valueOf(places.fill(
                    text.textValue(),
                    (code, name) -> faults.putIfAbsent(pointer, Finding.error(code, lines.at(pointer), name))));
        }
        return value;
    }

    /** What came from the environment is a text; where a number is asked for it is read as one, when it is one. */
    private static void read(JsonNode tree, String pointer) {
        int last = pointer.lastIndexOf('/');
        try {
            JsonNode value = JSON.readTree(tree.at(pointer).asText());
            if (!value.isNumber() && !value.isBoolean()) {
                return;
            }
            if (tree.at(pointer.substring(0, last)) instanceof ObjectNode block) {
                block.set(pointer.substring(last + 1), value);
            } else if (tree.at(pointer.substring(0, last)) instanceof ArrayNode list) {
                list.set(Integer.parseInt(pointer.substring(last + 1)), value);
            }
        } catch (IOException e) {
            // it stays a text, which the schema refuses
            return;
        }
    }
}
