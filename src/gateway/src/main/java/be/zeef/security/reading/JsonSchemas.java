package be.zeef.security.reading;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;

/** JSON Schemas (2020-12) of our own that refer to nothing outside themselves: no file, no address. */
public final class JsonSchemas {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonSchemas() {}

    /** @throws IllegalArgumentException when the text is no JSON, says something twice, or refers elsewhere */
    public static JsonSchema of(String text) {
        try {
            return of(JSON.readTree(text));
        } catch (IOException e) {
            throw new IllegalArgumentException("a JSON schema of ours cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link #of(String)}, of a part of a larger contract; places in its messages are JSON pointers. */
    public static JsonSchema of(JsonNode tree) {
        JsonSchema schema = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                .getSchema(
                        tree,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
        try {
            schema.initializeValidators();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "a JSON schema of ours refers outside itself, or does not compile: " + e.getMessage(), e);
        }
        return schema;
    }
}
