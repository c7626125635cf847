package be.zeef.validation;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Xml;
import be.zeef.security.reading.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages made to harm are refused before anyone reads them, and a finding quotes nothing of them. */
class XmlCheckTest {

    private static final String ANYTHING = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="a"><xs:complexType mixed="true">
                <xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence>
                <xs:anyAttribute processContents="lax"/>
              </xs:complexType></xs:element>
              <xs:element name="n" type="xs:int"/>
            </xs:schema>
            """;

    @TempDir
    Path folder;

    private Schema schema;

    @BeforeEach
    void schema() throws IOException {
        schema = Xml.schema(Files.writeString(folder.resolve("anything.xsd"), ANYTHING));
    }

    @Test
    void takesWhatStaysWithinTheLimits() throws IOException {
        assertThat(code("<a>".repeat(XmlLimits.DEPTH) + "</a>".repeat(XmlLimits.DEPTH)))
                .isEqualTo("good");
        assertThat(code("<a " + attributes(XmlLimits.ATTRIBUTES) + "/>")).isEqualTo("good");
        assertThat(code("<a>" + "x".repeat(XmlLimits.TEXT) + "</a>")).isEqualTo("good");
    }

    @Test
    void refusesTooDeepTooWideAndTooLong() throws IOException {
        assertThat(code("<a>".repeat(XmlLimits.DEPTH + 1) + "</a>".repeat(XmlLimits.DEPTH + 1)))
                .isEqualTo("xml.levels");
        assertThat(code("<a " + attributes(XmlLimits.ATTRIBUTES + 1) + "/>")).isEqualTo("xml.attributes");
        assertThat(code("<a>" + "x".repeat(XmlLimits.TEXT + 1) + "</a>")).isEqualTo("xml.characters");
    }

    @Test
    void refusesEntitiesAndDocumentTypes() throws IOException {
        assertThat(code("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")).isEqualTo("xml.doctype");
        assertThat(code("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")).isEqualTo("xml.doctype");
    }

    @Test
    void namesTheRuleAndNeverTheValue() throws IOException {
        Findings findings = new Findings();
        XmlCheck.read(schema, findings, stream("<n>66610512345</n>"));
        Report report = findings.report("message");
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("xml.schema");
            assertThat(finding.arguments()).allSatisfy(each -> assertThat(each).doesNotContain("66610512345"));
        });
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        assertThat(code("<a><a></a>")).isEqualTo("xml.not-whole");
        assertThat(code("")).isEqualTo("xml.not-whole");
    }

    private String code(String message) throws IOException {
        Findings findings = new Findings();
        XmlCheck.read(schema, findings, stream(message));
        return findings.report("message").findings().stream()
                .map(Finding::code)
                .findFirst()
                .orElse("good");
    }

    private static ByteArrayInputStream stream(String message) {
        return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + "='1'").collect(Collectors.joining(" "));
    }
}
