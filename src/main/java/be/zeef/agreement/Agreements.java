package be.zeef.agreement;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The agreements of a {@code mappings/} folder. */
public final class Agreements {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path mappings;
    private final JsonSchema schema;

    public Agreements(Path mappings) {
        this.mappings = mappings;
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(read(folder().resolve("agreement.schema.json")), config);
    }

    /** The ids of all agreements, in alphabetical order. */
    public List<String> ids() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of this agreement; it need not exist. */
    public Path file(String id) {
        return folder().resolve(id + ".yaml");
    }

    /**
     * Reads and checks an agreement.
     *
     * @throws InvalidMessageException when there is none of this id, or it breaks a rule; the report names each place
     */
    public Agreement load(String id) {
        Path file = file(id);
        if (!id.matches("[a-z][a-z0-9-]*") || !Files.exists(file)) {
            Findings findings = new Findings();
            findings.add(Finding.fatal("agreement.unknown", Location.WHOLE, String.join(", ", ids())));
            throw new InvalidMessageException(findings.report("agreement"));
        }
        return load(file);
    }

    /** Reads and checks an agreement file, wherever it lies. */
    public Agreement load(Path file) {
        Findings findings = new Findings();
        String name = file.getFileName().toString();
        String text = read(file);
        JsonNode tree = parse(text, findings);
        if (!findings.refused()) {
            YamlPlaces places = YamlPlaces.of(text);
            schema.validate(tree).forEach(error -> findings.add(finding(error, places)));
            if (!findings.refused()) {
                new AgreementChecks(mappings, places, findings).check(tree, name);
            }
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(name));
        }
        return AgreementReader.read(tree, AgreementHash.of(tree));
    }

    private static JsonNode parse(String text, Findings findings) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            Location place = e.getLocation() == null
                    ? Location.WHOLE
                    : new Location(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), "");
            findings.add(Finding.fatal("agreement.yaml", place));
            return YAML.createObjectNode();
        }
    }

    private static Finding finding(ValidationMessage error, YamlPlaces places) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty() == null ? "" : error.getProperty();
        boolean named = !property.isEmpty() && error.getType().equals("additionalProperties");
        return Finding.error(
                "agreement." + family(error.getType()),
                places.at(named ? pointer + "/" + property : pointer),
                property.isEmpty() ? last(pointer) : property,
                error.getType());
    }

    private static String family(String type) {
        return switch (type) {
            case "required" -> "missing";
            case "additionalProperties" -> "not-known";
            case "enum", "pattern", "const" -> "value";
            default -> "shape";
        };
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private Path folder() {
        return mappings.resolve("agreements");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
