package be.zeef.settings;

import be.zeef.security.reading.JsonSchemas;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What may stand in {@code zeef.yaml}: {@code zeef.schema.json}, which editors read too. Thread-safe. */
final class SettingsSchema {

    private static final JsonNode TREE = tree();
    private static final Schema SCHEMA = JsonSchemas.of(TREE);

    private SettingsSchema() {}

    private static JsonNode tree() {
        try (InputStream in = SettingsSchema.class.getResourceAsStream("/zeef.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A setting that is not as it should be.
     *
     * @param pointer where it stands, or would stand (RFC 6901)
     * @param keyword of the schema that it breaks
     * @param asked the part of the schema that asks for something else
     */
    record Breach(String pointer, String keyword, JsonNode asked) {

        /** Whether a number, or a yes or no, is asked for. */
        boolean ofNoText() {
            return asked.path("type").isArray();
        }
    }

    static List<Breach> breaches(JsonNode settings) {
        return SCHEMA.validate(settings).stream().map(SettingsSchema::breach).toList();
    }

    private static Breach breach(Error error) {
        String keyword = error.getKeyword();
        boolean ofOneWithin = keyword.equals("additionalProperties") || keyword.equals("required");
        String rule = error.getSchemaLocation().getFragment().toString();
        return new Breach(
                error.getInstanceLocation() + (ofOneWithin ? "/" + YamlPlaces.step(error.getProperty()) : ""),
                keyword,
                TREE.at(rule.substring(0, rule.lastIndexOf('/'))));
    }
}
