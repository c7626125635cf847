package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zeef check} names the file that hides something or looks elsewhere, where, and what to do. */
class FileChecksTest {

    @TempDir
    Path home;

    private Path mappings;

    @BeforeEach
    void copy() {
        Homes.copy(home);
        mappings = home.resolve("mappings");
    }

    @Test
    void shouldSayNothing_ofWhatShips() throws Exception {
        assertThat(FileChecks.yaml(home)).isEmpty();
        assertThat(FileChecks.schemas(mappings).findings()).isEmpty();
        assertThat(FileChecks.stylesheets(mappings).findings()).isEmpty();
    }

    /** Every YAML file there is: agreements, services, columns, catalogues, problems, routes, signing profiles. */
    @Test
    void shouldNameFileAndLine_whenAKeyStandsTwice() throws Exception {
        List<Path> all;
        try (Stream<Path> files = Files.walk(home)) {
            all = files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertThat(all).hasSizeGreaterThan(30);
        for (Path file : all) {
            String text = Files.readString(file);
            int lines = (int) text.lines().count();
            String twice = text.startsWith("- ") || text.contains("\n- ")
                    ? "\n- zeef: 1\n  zeef: 2\n"
                    : "\nzeef: 1\nzeef: 2\n";
            Files.writeString(file, text + twice);
            List<Report> reports = FileChecks.yaml(home);
            Files.writeString(file, text);

            assertThat(reports).as(file.toString()).singleElement().satisfies(report -> {
                assertThat(report.subject()).isEqualTo(home.relativize(file).toString());
                Finding finding = report.findings().get(0);
                assertThat(finding.code()).isEqualTo("yaml.duplicate");
                assertThat(finding.location().line()).isBetween(lines, lines + 3);
                assertThat(finding.text(Locale.ENGLISH)).contains("zeef").contains("Remove");
            });
        }
    }

    @Test
    void shouldNameTheRule_thatLooksElsewhere() throws Exception {
        Path rule = mappings.resolve("rules/gent-uitpas.dmn");
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace(
                                "<definitions ",
                                "<definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xsi:schemaLocation=\"urn:a http://127.0.0.1:9/a.xsd\" "));
        Report report = AgreementCheck.of(new Agreements(mappings), mappings, "gent-uitpas");
        assertThat(report.acceptable()).isFalse();
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("check.rule-outside");
            assertThat(finding.location().line()).isEqualTo(7);
            assertThat(finding.text(Locale.ENGLISH))
                    .contains("rules/gent-uitpas.dmn")
                    .contains("Remove");
        });
    }

    @Test
    void shouldNameTheStylesheetAndTheSchema_thatLookElsewhere() throws Exception {
        Path sheet = mappings.resolve("sources/magda/GeefPersoon-02.02/facts.xslt");
        Files.writeString(
                sheet,
                Files.readString(sheet)
                        .replaceFirst(
                                "(<xsl:stylesheet[^>]*>)",
                                "$1<xsl:variable name='a' select=\"document('http://127.0.0.1:9/a')\"/>"));
        Path schema = mappings.resolve("sources/magda/GeefPersoon-02.02/soap.xsd");
        Files.writeString(schema, Files.readString(schema).replace("../common.xsd", "http://127.0.0.1:9/common.xsd"));

        assertThat(FileChecks.stylesheets(mappings).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("check.stylesheet");
            assertThat(finding.location().line()).isPositive();
            assertThat(finding.text(Locale.ENGLISH)).contains("sources/magda/GeefPersoon-02.02/facts.xslt");
        });
        assertThat(FileChecks.schemas(mappings).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("check.schema");
            assertThat(finding.text(Locale.ENGLISH)).contains("sources/magda/GeefPersoon-02.02/soap.xsd");
        });
    }
}
