package be.zeef.agreement;

import be.zeef.security.Sha256;
import be.zeef.security.reading.JsonSchemas;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.YamlFindings;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The agreements of a {@code mappings/} folder. */
public final class Agreements {

    private final Path mappings;
    private final Schema schema;

    public Agreements(Path mappings) {
        this.mappings = mappings.toAbsolutePath().normalize();
        this.schema = JsonSchemas.of(read(folder().resolve("agreement.schema.json")));
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
     * @param id the agreement's, or that of one of its benefits ({@link Benefit#id}), for which it is read then
     * @throws InvalidMessageException when there is none of this id, or it breaks a rule; the report names each place
     */
    public Agreement load(String id) {
        String own = id.replaceFirst("/.*", "");
        Path file = file(own);
        if (!own.matches("[a-z][a-z0-9-]*") || !Files.exists(file)) {
            throw unknown("agreement.unknown", ids());
        }
        Agreement agreement = load(file);
        return agreement.perBenefit().stream()
                .filter(each -> each.benefit().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "agreement.benefit-unknown",
                        agreement.benefits().stream().map(Benefit::id).toList()));
    }

    private static InvalidMessageException unknown(String code, List<String> known) {
        return InvalidMessageException.of("agreement", Finding.fatal(code, Location.WHOLE, String.join(", ", known)));
    }

    /** Reads and checks an agreement file, wherever it lies; its bytes are read once. */
    public Agreement load(Path file) {
        Findings findings = new Findings();
        String name = file.getFileName().toString();
        byte[] bytes = bytes(file);
        JsonNode tree = checked(bytes, name, findings);
        if (!findings.refused()) {
            Agreement agreement = AgreementReader.read(tree, "");
            Optional<Manifest> manifest = manifest(agreement, bytes, findings);
            if (manifest.isPresent()) {
                return AgreementReader.read(tree, manifest.get().version());
            }
        }
        throw new InvalidMessageException(findings.report(name));
    }

    private JsonNode checked(byte[] bytes, String name, Findings findings) {
        try {
            String text = Yaml.text(bytes);
            JsonNode tree = Yaml.tree(text);
            YamlPlaces places = YamlPlaces.of(text);
            schema.validate(tree).forEach(error -> findings.add(finding(error, places)));
            if (!findings.refused()) {
                new AgreementChecks(mappings, places, findings).check(tree, name);
            }
            return tree;
        } catch (YamlException e) {
            findings.add(YamlFindings.of(e, "agreement.yaml"));
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything that decides under this agreement, as it lies in the folder now.
     *
     * @throws InvalidMessageException when a file in one of its folders has a name that cannot stand in a manifest
     */
    public Manifest manifest(Agreement agreement) {
        Findings findings = new Findings();
        return manifest(agreement, bytes(file(agreement.id())), findings)
                .orElseThrow(() -> new InvalidMessageException(findings.report(agreement.id())));
    }

    /** @param own the bytes of the agreement's own file, wherever they lay */
    private Optional<Manifest> manifest(Agreement agreement, byte[] own, Findings findings) {
        Path home = mappings.getParent();
        try {
            SortedMap<String, String> files = new TreeMap<>();
            for (String path : BindingFiles.of(agreement, home)) {
                if (Manifest.canName(path)) {
                    files.put(path, Sha256.hex(bytes(home.resolve(path))));
                } else {
                    findings.add(Unsignable.name(path));
                }
            }
            files.put("mappings/agreements/" + agreement.id() + ".yaml", Sha256.hex(own));
            return findings.refused() ? Optional.empty() : Optional.of(new Manifest(agreement.id(), files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding finding(Error error, YamlPlaces places) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty() == null ? "" : error.getProperty();
        boolean named = !property.isEmpty() && error.getKeyword().equals("additionalProperties");
        return Finding.error(
                "agreement." + family(error.getKeyword()),
                places.at(named ? pointer + "/" + YamlPlaces.step(property) : pointer),
                property.isEmpty() ? last(pointer) : property,
                error.getKeyword());
    }

    private static String family(String type) {
        return switch (type) {
            case "required" -> "missing";
            case "additionalProperties" -> "not-known";
            case "enum", "pattern", "const", "propertyNames" -> "value";
            default -> "shape";
        };
    }

    /** The key at the end; of the whole file, what it is in every language. */
    private static String last(String pointer) {
        return pointer.isEmpty() ? "YAML" : pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private Path folder() {
        return mappings.resolve("agreements");
    }

    private static String read(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
