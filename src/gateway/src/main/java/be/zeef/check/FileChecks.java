package be.zeef.check;

import be.zeef.security.reading.OutsideException;
import be.zeef.security.reading.Stylesheet;
import be.zeef.security.reading.Xml;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.sieve.RuleException;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import be.zeef.validation.SchemaErrors;
import be.zeef.validation.YamlFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xml.sax.SAXParseException;

/** Whether every file that decides can be read, says what it seems to say, and looks nowhere else. */
public final class FileChecks {

    private FileChecks() {}

    public static Report schemas(Path mappings) throws IOException {
        Findings findings = new Findings();
        for (Path file : files(mappings, ".xsd")) {
            try {
                Xml.schema(file);
            } catch (IllegalStateException e) {
                findings.add(Finding.error(
                        "check.schema", place(e), mappings.relativize(file).toString()));
            }
        }
        return findings.report("mappings");
    }

    public static Report stylesheets(Path mappings) throws IOException {
        Findings findings = new Findings();
        for (Path file : Stream.concat(files(mappings, ".xslt").stream(), files(mappings, ".xsl").stream())
                .toList()) {
            try {
                Stylesheet.compile(file);
            } catch (IllegalArgumentException e) {
                findings.add(Finding.error(
                        "check.stylesheet", place(e), mappings.relativize(file).toString()));
            }
        }
        return findings.report("stylesheets");
    }

    /** One report for each YAML file that is not read. */
    public static List<Report> yaml(Path home) throws IOException {
        List<Report> reports = new ArrayList<>();
        for (String folder : List.of("mappings", "routes", "security/profiles")) {
            for (Path file : files(home.resolve(folder), ".yaml")) {
                try {
                    Yaml.tree(file);
                } catch (YamlException e) {
                    Findings findings = new Findings();
                    findings.add(YamlFindings.of(e));
                    reports.add(findings.report(home.relativize(file).toString()));
                }
            }
        }
        return reports;
    }

    /** What is to be said of a rule that is not read. */
    public static Finding rule(String file, RuleException refused) {
        boolean outside = refused.getCause() instanceof OutsideException;
        return Finding.error(outside ? "check.rule-outside" : "check.rule", place(refused), file);
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Location place(RuntimeException refused) {
        return refused.getCause() instanceof SAXParseException place ? SchemaErrors.place(place) : Location.WHOLE;
    }
}
