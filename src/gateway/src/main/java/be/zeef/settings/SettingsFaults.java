package be.zeef.settings;

import be.zeef.settings.SettingsSchema.Breach;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is to be said of a setting that is not as the schema asks: what belongs there, and never what stands there. */
final class SettingsFaults {

    private SettingsFaults() {}

    static Finding of(Breach breach, Location place) {
        String setting = breach.pointer().isEmpty()
                ? ""
                : breach.pointer()
                        .substring(1)
                        .replace("/", ".")
                        .replace("~1", "/")
                        .replace("~0", "~");
        return switch (breach.keyword()) {
            case "additionalProperties" -> unknown(setting, breach, place);
            case "required" -> Finding.error("settings.missing", place, setting);
            default ->
                setting.isEmpty()
                        ? Finding.fatal("settings.root", place)
                        : value(setting, breach.keyword(), breach.asked(), place);
        };
    }

    private static Finding unknown(String setting, Breach breach, Location place) {
        if (setting.equals("trust.fingerprint")) {
            return Finding.error("settings.fingerprint", place);
        }
        Optional<String> moved = MovedSettings.newPlace(setting);
        if (moved.isPresent()) {
            return Finding.error("settings.moved", place, setting, moved.get());
        }
        List<String> known = new ArrayList<>();
        breach.asked().path("properties").fieldNames().forEachRemaining(known::add);
        String key = setting.substring(setting.lastIndexOf('.') + 1);
        return Nearest.to(key, known)
                .map(near -> Finding.error("settings.unknown-near", place, setting, near))
                .orElseGet(() -> Finding.error("settings.unknown", place, setting, String.join(", ", known)));
    }

    private static Finding value(String setting, String keyword, JsonNode asked, Location place) {
        JsonNode type = asked.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> Finding.error("settings.block", place, setting);
            case "array" -> list(setting, keyword, asked, place);
            case "integer" -> range("settings.whole-number", setting, asked, place);
            case "number" -> range("settings.number", setting, asked, place);
            case "boolean" -> Finding.error("settings.yes-no", place, setting);
            default -> text(setting, keyword, asked, place);
        };
    }

    private static Finding list(String setting, String keyword, JsonNode asked, Location place) {
        return asked.has("maxItems")
                ? Finding.error(
                        "settings.list-of",
                        place,
                        setting,
                        asked.path("maxItems").asText())
                : Finding.error(keyword.equals("minItems") ? "settings.list-empty" : "settings.list", place, setting);
    }

    private static Finding range(String code, String setting, JsonNode asked, Location place) {
        return Finding.error(
                code,
                place,
                setting,
                asked.path("minimum").asText(),
                asked.path("maximum").asText());
    }

    private static Finding text(String setting, String keyword, JsonNode asked, Location place) {
        if (asked.has("enum")) {
            return Finding.error("settings.one-of", place, setting, shown(asked.path("enum")));
        }
        if (asked.has("examples")) {
            return Finding.error("settings.form", place, setting, shown(asked.path("examples")));
        }
        return Finding.error(keyword.equals("minLength") ? "settings.empty" : "settings.text", place, setting);
    }

    private static String shown(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(each -> each.asText().isEmpty() ? "\"\"" : each.asText())
                .collect(Collectors.joining(", "));
    }
}
