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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
     * @throws SettingsException naming the file and the key when something cannot be read
     */
    public static Settings read(Path file, Map<String, ?> overrides) {
        ObjectNode tree = defaults();
        if (Files.exists(file)) {
            overlay(tree, withoutFingerprint(file, parse(file)));
        }
        overlay(tree, VALUES.valueToTree(overrides));
        String moved = MovedSettings.told(tree);
        if (!moved.isEmpty()) {
            throw new SettingsException(file, moved, null);
        }
        tree.path("partners").forEach(SettingsFile::complete);
        Places places = new Places(tree);
        fill(tree, places);
        try {
            return VALUES.treeToValue(tree, Settings.class);
        } catch (JsonProcessingException e) {
            throw new SettingsException(file, e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode defaults() {
        try (InputStream in = SettingsFile.class.getResourceAsStream("/zeef-defaults.yaml")) {
            return (ObjectNode) Yaml.tree(Yaml.text(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return Yaml.tree(file);
        } catch (IOException e) {
            String what = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new SettingsException(file, what, e);
        }
    }

    /** A partner may have no password, get no files, and is given a day for its receipts where nobody says how long. */
    private static void complete(JsonNode partner) {
        if (partner instanceof ObjectNode said) {
            Map.of("password", "", "in", "", "receiptWithin", "P1D")
                    .forEach((key, value) -> said.putIfAbsent(key, TextNode.valueOf(value)));
        }
    }

    /** Whoever may edit the settings must not thereby say who is trusted. */
    private static JsonNode withoutFingerprint(Path file, JsonNode settings) {
        if (settings.path("trust").has("fingerprint")) {
            throw new SettingsException(
                    file,
                    "trust.fingerprint does not count here. Name it at start: --trust-fingerprint, or"
                            + " ZEEF_TRUST_FINGERPRINT in the environment of the service.",
                    null);
        }
        return settings;
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
            return TextNode.valueOf(places.fill(text.textValue()));
        }
        return value;
    }
}
