package be.zeef.check;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the services below {@code mappings/sources} assume: the list {@code assumed} of a {@code service.yaml}. */
public final class ServiceCheck {

    private ServiceCheck() {}

    /** One report for each service that assumes something; what is no YAML, {@link FileChecks} tells. */
    public static List<Report> of(Path mappings) throws IOException {
        try (Stream<Path> files = Files.walk(mappings.resolve("sources"))) {
            return files.filter(file -> file.endsWith("service.yaml"))
                    .sorted()
                    .map(ServiceCheck::report)
                    .filter(report -> !report.findings().isEmpty())
                    .toList();
        }
    }

    private static Report report(Path file) {
        Findings findings = new Findings();
        try {
            for (JsonNode each : Yaml.tree(file).path("assumed")) {
                findings.add(Finding.information(
                        "check.assumed",
                        Location.WHOLE,
                        each.path("what").asText(),
                        each.path("why").asText()));
            }
        } catch (YamlException e) {
            return findings.report(file.getParent().getFileName().toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return findings.report(file.getParent().getFileName().toString());
    }
}
