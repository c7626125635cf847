package be.zeef.proof;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Snapshot;
import be.zeef.app.Proofs;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.validation.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The shipped agreements in memory, to be edited, proved, and put back. */
public final class EditedAgreements implements AutoCloseable {

    private final Snapshot snapshot = Snapshot.of(Path.of(""));
    private final Path mappings = snapshot.home().resolve("mappings");
    private final Agreements agreements = new Agreements(mappings);
    private final Map<Path, byte[]> before = new HashMap<>();

    public static List<String> ids() {
        return new Agreements(Path.of("mappings")).ids();
    }

    public Path mappings() {
        return mappings;
    }

    public Agreement load(String id) {
        return agreements.load(id);
    }

    public Proof prove(String id) {
        return Proofs.of(load(id), mappings);
    }

    /** All of it but what answers are shown by. */
    public Proof proveRules(Agreement agreement) {
        return Proofs.ofRules(agreement, mappings);
    }

    /** Puts back what was edited. */
    public void restore() throws IOException {
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        before.clear();
    }

    private void write(Path path, String text) throws IOException {
        before.putIfAbsent(path, Files.readAllBytes(path));
        Files.writeString(path, text);
    }

    /** Puts one text in the place of another, which must be there. */
    public void replace(String file, String before, String after) throws IOException {
        Path path = mappings.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " has no such text any more: " + before);
        }
        write(path, text.replace(before, after));
    }

    /** An edit as data: of a file, a text that is replaced by another, a pattern that is removed, or all of it. */
    void edit(JsonNode edit) throws IOException {
        Path path = mappings.resolve(edit.path("file").asText());
        String text = Files.readString(path);
        if (edit.path("delete").asBoolean()) {
            before.putIfAbsent(path, Files.readAllBytes(path));
            Files.delete(path);
        } else if (edit.has("remove")) {
            write(path, text.replaceFirst(edit.path("remove").asText(), ""));
            if (Files.readString(path).equals(text)) {
                throw new IllegalArgumentException(path + " has no such text any more");
            }
        } else {
            replace(
                    edit.path("file").asText(),
                    edit.path("replace").asText(),
                    edit.path("by").asText());
        }
    }

    /** Edits an agreement's file. JSON is YAML. */
    public void edit(String id, Consumer<ObjectNode> edit) throws IOException, YamlException {
        Path path = mappings.resolve("agreements/" + id + ".yaml");
        ObjectNode tree = (ObjectNode) Yaml.tree(Files.readString(path));
        edit.accept(tree);
        write(path, tree.toString());
    }

    /** What fails. */
    public static List<Finding> failures(Proof proof) {
        return findings(proof).filter(finding -> finding.severity().refuses()).toList();
    }

    static Stream<Finding> findings(Proof proof) {
        return proof.results().stream().flatMap(result -> result.findings().stream());
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
