package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Findings;
import be.zeef.validation.XmlCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No schema, of XML or of JSON, makes the gateway fetch anything, or read what does not lie with it. */
class SchemasFetchNothingTest extends FetchedNothing {

    private Path schema(String top) throws IOException {
        return file(
                "soap.xsd",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + top
                        + "<xs:element name='a' type='xs:string'/></xs:schema>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:import namespace='urn:b' schemaLocation='ADDRESS/b.xsd'/>",
                "<xs:include schemaLocation='ADDRESS/b.xsd'/>",
                "<xs:redefine schemaLocation='ADDRESS/b.xsd'/>",
                "<xs:import namespace='urn:b' schemaLocation='SECRET'/>",
                "<xs:include schemaLocation='../../../far.xsd'/>",
                "<xs:include schemaLocation='../../../../far.xsd'/>",
                "<xs:include schemaLocation='nowhere.xsd'/>",
                "<xs:import namespace='urn:b' schemaLocation='jar:ADDRESS/b.jar!/b.xsd'/>",
                "<xs:import namespace='urn:b' schemaLocation='//127.0.0.1/b.xsd'/>"
            })
    void refusesASchema_thatDrawsInWhatDoesNotLieWithIt(String top) throws IOException {
        String far = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>";
        Files.writeString(folder.resolve("far.xsd"), far);
        Files.writeString(folder.resolve("mappings/far.xsd"), far);
        Path schema = schema(top);
        assertThatThrownBy(() -> Xml.schema(schema)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesASchema_withADocumentType_alsoInWhatItDrawsIn() throws IOException {
        String doctype = "<!DOCTYPE a [<!ENTITY % b SYSTEM \"ADDRESS/b.ent\"> %b;]>";
        Path plain = schema("");
        Path own = file("own.xsd", doctype + Files.readString(plain));
        assertThatThrownBy(() -> Xml.schema(own)).hasMessageContaining("DOCTYPE");

        file("part.xsd", doctype + "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");
        Path outer = schema("<xs:include schemaLocation='part.xsd'/>");
        assertThatThrownBy(() -> Xml.schema(outer)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void drawsInASchema_thatLiesWithIt() throws IOException {
        Files.writeString(
                deep.resolveSibling("common.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");
        assertThat(Xml.schema(schema("<xs:include schemaLocation='../common.xsd'/>")))
                .isNotNull();
    }

    @Test
    void fetchesNoSchema_thatAMessageNames() throws IOException {
        Path schema = schema("");
        Findings findings = new Findings();
        XmlCheck.read(
                Xml.schema(schema),
                findings,
                new ByteArrayInputStream(("<a" + XSI + " xsi:noNamespaceSchemaLocation='" + address
                                + "/a.xsd' xsi:schemaLocation='urn:b " + address + "/b.xsd'>x</a>")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(findings.refused()).isFalse();
    }

    @Test
    void refusesAJsonSchema_thatRefersElsewhere() {
        for (String other : List.of(address + "/b.json", secret.toUri().toString(), "urn:nowhere")) {
            assertThatThrownBy(() -> JsonSchemas.of("{\"properties\": {\"a\": {\"$ref\": \"" + other + "\"}}}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> JsonSchemas.of("{\"type\": \"object\", \"type\": \"array\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
