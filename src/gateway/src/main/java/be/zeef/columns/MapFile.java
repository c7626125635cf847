package be.zeef.columns;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.YamlFindings;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a file of a recipient's folder, and what is found wrong with it, each with its line and column. */
public final class MapFile {

    private final Path file;
    private final Findings findings = new Findings();
    private final JsonNode tree;
    private final YamlPlaces places;

    public MapFile(Path file) {
        this.file = file;
        try {
            String text = Yaml.text(Files.readAllBytes(file));
            tree = Yaml.tree(text);
            if (!tree.isObject()) {
                throw noYaml();
            }
            places = YamlPlaces.of(text);
        } catch (YamlException e) {
            findings.add(YamlFindings.of(e, "columns.yaml"));
            throw new InvalidMessageException(findings.report(name()));
        } catch (NoSuchFileException e) {
            throw noYaml();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InvalidMessageException noYaml() {
        findings.add(Finding.fatal("columns.yaml", Location.WHOLE));
        return new InvalidMessageException(findings.report(name()));
    }

    public JsonNode tree() {
        return tree;
    }

    String name() {
        return file.toString();
    }

    /** @param place JSON pointer of what is wrong when this is not so */
    public void require(boolean good, String place, String code, String... arguments) {
        if (!good) {
            findings.add(Finding.error(code, places.at(place), arguments));
        }
    }

    /** Requires that this node has no other keys than these. */
    public void requireKnown(JsonNode node, String place, List<String> keys) {
        node.fieldNames()
                .forEachRemaining(key ->
                        require(keys.contains(key), place + "/" + key, "columns.key", key, String.join(", ", keys)));
    }

    /** Refuses the map when anything was wrong. */
    public void refuse() {
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(name()));
        }
    }
}
