package be.zeef.security.reading;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;

/** JSON Schemas (2020-12) of our own that refer to nothing outside themselves: no file, no address. */
public final class JsonSchemas {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final SchemaRegistryConfig PLACES =
            SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();

    private JsonSchemas() {}

    /** @throws IllegalArgumentException when the text is no JSON, says something twice, or refers elsewhere */
    public static Schema of(String text) {
        try {
            return of(JSON.readTree(text));
        } catch (IOException e) {
            throw new IllegalArgumentException("a JSON schema of ours cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link #of(String)}, of a part of a larger contract; places in its messages are JSON pointers. */
    public static Schema of(JsonNode tree) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(PLACES)
                                    .schemaLoader(loader -> loader.block(elsewhere -> true)))
                    .getSchema(tree);
            schema.initializeValidators();
            return schema;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "a JSON schema of ours refers outside itself, or does not compile: " + e.getMessage(), e);
        }
    }
}
