package be.zeef.security.reading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reader of every YAML file of the house. It reads what a person who reads the file reads, so it refuses what lets the
 * two differ: a key that stands twice, a second document, an alias or a merge, a tag, bytes that are no UTF-8. Unknown
 * properties of a typed value are refused. Thread-safe.
 */
public final class Yaml {

    private static final ObjectMapper MAPPER = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper WRITER = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build())
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private Yaml() {}

    /**
     * The file as a tree; a missing node when it is empty.
     *
     * @throws YamlException naming the place, when it is no YAML or hides something
     */
    public static JsonNode tree(Path file) throws IOException {
        return tree(text(Files.readAllBytes(file)));
    }

    /** Refuses such a text; for what others read, such as routes. */
    public static void require(String text) throws YamlException {
        YamlScan.require(text);
    }

    /** As {@link #tree(Path)}, of a text. */
    public static JsonNode tree(String text) throws IOException {
        require(text);
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // a number that is none, such as .nan, or one beyond all bounds
            JsonLocation at = e.getLocation();
            throw at == null
                    ? new YamlException(YamlException.Fault.SYNTAX, 0, 0, "")
                    : new YamlException(YamlException.Fault.SYNTAX, at.getLineNr(), at.getColumnNr(), "");
        }
    }

    /** The file as a value of this type; as {@link #tree(Path)} besides. */
    public static <T> T value(Path file, Class<T> type) throws IOException {
        return MAPPER.treeToValue(tree(file), type);
    }

    /** The file as a value of this type; as {@link #tree(Path)} besides. */
    public static <T> T value(Path file, TypeReference<T> type) throws IOException {
        return MAPPER.treeToValue(tree(file), type);
    }

    /** A value as YAML that this reader takes. */
    public static String written(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Bytes as text: strictly UTF-8, so that no byte is read as something that it is not. */
    public static String text(byte[] bytes) throws YamlException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new YamlException(YamlException.Fault.ENCODING, 0, 0, "");
        }
    }
}
