package be.zeef.settings;

import be.zeef.security.reading.Yaml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the settings: the built-in defaults, then the operator's file, then the overrides of the caller, each laid over
 * the one before it key by key; places like <code>${data}</code> are filled last.
 */
public final class SettingsFile {

    private static final ObjectMapper VALUES = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()));

    private SettingsFile() {}

    /**
     * The settings of the defaults, this file if it exists, and these overrides (nested maps, same keys as the file).
     *
     * @throws SettingsException naming the file, the line and the key of all that is wrong in it
     */
    public static Settings read(Path file, Map<String, ?> overrides) {
        return read(file, Map.of(), overrides);
    }

    /**
     * The same, where some defaults are known only when a command starts.
     *
     * @param defaults laid over the built-in ones, below the file
     */
    public static Settings read(Path file, Map<String, ?> defaults, Map<String, ?> overrides) {
        ObjectNode tree = overlaid(builtIn(), VALUES.valueToTree(defaults));
        JsonNode over = VALUES.valueToTree(overrides);
        OperatorFile own = OperatorFile.of(file);
        Places places = new Places(overlaid(overlaid(tree.deepCopy(), own.said()), over));
        overlay(tree, own.filled(places, names(tree, own.said(), over, places)));
        overlay(tree, over);
        tree.path("partners").forEach(SettingsFile::complete);
        fill(tree, places);
        try {
            Settings settings = VALUES.treeToValue(tree, Settings.class);
            NamesInSettings.fault(settings).ifPresent(fault -> {
                throw new SettingsException(file, fault, null);
            });
            return settings;
        } catch (JsonProcessingException e) {
            throw new SettingsException(file, e.getOriginalMessage(), e);
        }
    }

    /**
     * Where the data lie, before anything else of these settings is looked at: the log is written there, and what reads
     * settings may be the first that logs.
     *
     * @throws SettingsException when the file is no YAML that says one thing
     */
    public static Path data(Path file, Map<String, ?> defaults, Map<String, ?> overrides) {
        ObjectNode below = overlaid(builtIn(), VALUES.valueToTree(defaults));
        ObjectNode all = overlaid(overlaid(below, OperatorFile.of(file).said()), VALUES.valueToTree(overrides));
        if (all.path("data").asText().isBlank()) {
            all.set("data", builtIn().get("data"));
        }
        return Places.data(all);
    }

    private static KnownNames names(ObjectNode defaults, JsonNode own, JsonNode over, Places places) {
        String home = over.path("home")
                .asText(own.path("home").asText(defaults.path("home").asText()));
        List<String> partners = new ArrayList<>();
        defaults.path("partners").fieldNames().forEachRemaining(partners::add);
        return new KnownNames(Path.of(places.fill(home, (code, name) -> {})), partners);
    }

    private static ObjectNode overlaid(ObjectNode base, JsonNode over) {
        overlay(base, over);
        return base;
    }

    private static ObjectNode builtIn() {
        try (InputStream in = SettingsFile.class.getResourceAsStream("/zeef-defaults.yaml")) {
            return (ObjectNode) Yaml.tree(Yaml.text(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A partner may have no password, get no files, and is given a day for its receipts where nobody says how long. */
    private static void complete(JsonNode partner) {
        if (partner instanceof ObjectNode said) {
            Map.of("password", "", "in", "", "receiptWithin", "P1D")
                    .forEach((key, value) -> said.putIfAbsent(key, TextNode.valueOf(value)));
        }
    }

    private static void overlay(ObjectNode base, JsonNode over) {
        over.properties().forEach(entry -> {
            JsonNode old = base.get(entry.getKey());
            if (old instanceof ObjectNode inner && entry.getValue().isObject()) {
                overlay(inner, entry.getValue());
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void fill(ObjectNode node, Places places) {
        node.properties().forEach(entry -> entry.setValue(filled(entry.getValue(), places)));
    }

    private static JsonNode filled(JsonNode value, Places places) {
        if (value instanceof ObjectNode inner) {
            fill(inner, places);
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, filled(list.get(i), places));
            }
        } else if (value instanceof TextNode text) {
            return TextNode.valueOf(places.fill(text.textValue(), (code, name) -> {}));
        }
        return value;
    }
}
