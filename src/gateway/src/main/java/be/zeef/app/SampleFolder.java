package be.zeef.app;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The samples of one source's answers, a folder {@code samples} beside its schema: answers in XML, and {@code reads.yaml}, which says
 * what of an answer is read.
 */
final class SampleFolder {

    private final Path folder;
    private final JsonNode reads;

    private SampleFolder(Path folder, JsonNode reads) {
        this.folder = folder;
        this.reads = reads;
    }

    /** @param source the source's folder; it need not have samples */
    static SampleFolder of(Path source) {
        Path folder = source.resolve("samples");
        try {
            Path reads = folder.resolve("reads.yaml");
            return new SampleFolder(folder, Yaml.tree(Files.isRegularFile(reads) ? Files.readString(reads) : "{}"));
        } catch (YamlException e) {
            throw new IllegalStateException(folder + "/reads.yaml is no YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its answers, in the order of their names; none where there are no samples. */
    List<Path> answers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether its samples are of the answer about a child. */
    boolean isOfChild() {
        return reads.path("person").asText().equals("child");
    }

    Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        reads.path("keys")
                .properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue().asText()));
        return keys;
    }

    /**
     * The paths that may be read when these facts are asked for of this person.
     *
     * @param facts as the agreement names them: {@code statuut.BIM_BVT}
     */
    List<String> declared(Iterable<String> facts, String person) {
        List<String> declared = new ArrayList<>();
        reads.path("about").forEach(path -> declared.add(path.asText().replace("#", person)));
        for (String fact : facts) {
            int dot = fact.indexOf('.');
            String family = dot < 0 ? fact : fact.substring(0, dot) + ".*";
            JsonNode paths = reads.path("facts").path(reads.path("facts").has(fact) ? fact : family);
            paths.forEach(
                    path -> declared.add(path.asText().replace("#", person).replace("*", fact.substring(dot + 1))));
        }
        return declared;
    }
}
