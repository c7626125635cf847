package be.zeef.security.signing;

import be.zeef.security.KeyException;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of a signing profile, dotted where they stand below another; each refusal names file, key and remedy. */
final class ProfileKeys {

    private final Path file;
    private final JsonNode tree;

    private ProfileKeys(Path file, JsonNode tree) {
        this.file = file;
        this.tree = tree;
    }

    static ProfileKeys read(Path file) {
        try {
            return new ProfileKeys(file, Yaml.tree(file));
        } catch (IOException e) {
            throw new KeyException(
                    "The signing profile " + file + " cannot be read"
                            + (e instanceof YamlException ? ": " + e.getMessage() : "")
                            + ". Correct the file, or the name that the settings give"
                            + " (magda.signing and its like).",
                    e);
        }
    }

    /** Refuses every key but these. */
    void allow(List<String> top, List<String> below) {
        Stream<String> inner = tree.path("answers").properties().stream().map(each -> "answers." + each.getKey());
        Stream.concat(tree.properties().stream().map(java.util.Map.Entry::getKey), inner)
                .filter(key -> !top.contains(key) && !below.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw refused(key, "there is no such key; there are " + top + " and " + below);
                });
    }

    boolean has(String key) {
        return !node(key).isMissingNode();
    }

    String text(String key) {
        require(node(key).isTextual() && !node(key).asText().isBlank(), key, "a text is missing here");
        return node(key).asText();
    }

    <T extends Enum<T>> T one(String key, Class<T> kind) {
        return constant(key, text(key), kind);
    }

    <T extends Enum<T>> Set<T> several(String key, Class<T> kind) {
        Set<T> all = new HashSet<>();
        texts(key).forEach(each -> all.add(constant(key, each, kind)));
        return all;
    }

    Duration duration(String key) {
        try {
            return Duration.parse(text(key));
        } catch (DateTimeParseException e) {
            throw refused(key, "a duration is written as PT5M (ISO 8601)");
        }
    }

    SignatureAlgorithm algorithm(String key) {
        return algorithm(key, text(key));
    }

    /** At least one. */
    Set<SignatureAlgorithm> algorithms(String key) {
        Set<SignatureAlgorithm> all = new HashSet<>();
        texts(key).forEach(each -> all.add(algorithm(key, each)));
        require(!all.isEmpty(), key, "name at least one of " + SignatureAlgorithm.names());
        return all;
    }

    void require(boolean fine, String key, String remedy) {
        if (!fine) {
            throw refused(key, remedy);
        }
    }

    private SignatureAlgorithm algorithm(String key, String text) {
        return SignatureAlgorithm.named(text)
                .orElseThrow(() -> refused(key, "it is one of " + SignatureAlgorithm.names()));
    }

    private <T extends Enum<T>> T constant(String key, String text, Class<T> kind) {
        List<String> names = Arrays.stream(kind.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        require(names.contains(text), key, "it is one of " + names);
        return kind.getEnumConstants()[names.indexOf(text)];
    }

    private List<String> texts(String key) {
        require(node(key).isArray(), key, "a list such as [body] is missing here");
        return node(key).valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode node(String key) {
        int dot = key.indexOf('.');
        JsonNode found =
                dot < 0 ? tree.path(key) : tree.path(key.substring(0, dot)).path(key.substring(dot + 1));
        return found.isNull() ? MissingNode.getInstance() : found;
    }

    private KeyException refused(String key, String remedy) {
        return new KeyException("The signing profile " + file + " cannot be used: " + key + ": " + remedy + ".");
    }
}
