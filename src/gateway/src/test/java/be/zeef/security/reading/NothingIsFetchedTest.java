package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sieve.DmnRule;
import be.zeef.validation.Findings;
import be.zeef.validation.XmlCheck;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XsltTransformer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of ours makes the gateway fetch anything: a real server that files name sees no request. */
class NothingIsFetchedTest {

    private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private static final String SECRET = "known to this file only";

    @TempDir
    Path folder;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String address;
    private Path deep;
    private Path secret;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            byte[] answer = "<a/>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        deep = Files.createDirectories(folder.resolve("mappings/sources/town/service"));
        secret = Files.writeString(folder.resolve("secret.xml"), "<a>" + SECRET + "</a>");
    }

    @AfterEach
    void nothingWasAskedFor() {
        server.stop(0);
        assertThat(requests).isEmpty();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(
                deep.resolve(name),
                text.replace("ADDRESS", address)
                        .replace("SECRET", secret.toUri().toString()));
    }

    // ---- rules

    private Path rule(String inRoot, String before) throws IOException {
        String rule = Files.readString(Path.of("mappings/rules/gent-uitpas.dmn"));
        String head = "<definitions ";
        assertThat(rule).contains(head);
        int root = rule.indexOf(head);
        return file(
                "rule.dmn",
                rule.substring(0, root) + before + head + inRoot + " " + rule.substring(root + head.length()));
    }

    @Test
    void readsARule_thatLooksNowhere() throws IOException {
        assertThat(DmnRule.load(rule("", ""), "kansentarief")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsi:schemaLocation=\"https://www.omg.org/spec/DMN/20191111/MODEL/ ADDRESS/DMN13.xsd\"",
                "xsi:schemaLocation=\"urn:other ADDRESS/other.xsd\"",
                "xsi:noNamespaceSchemaLocation=\"ADDRESS/DMN13.xsd\""
            })
    void refusesARule_thatSaysWhereASchemaLies(String attribute) throws IOException {
        Path rule = rule(XSI + " " + attribute, "");
        assertThatThrownBy(() -> DmnRule.load(rule, "kansentarief"))
                .hasMessageContaining("rule.dmn")
                .hasMessageContaining("line ")
                .hasMessageContaining("remove xsi:");
        assertThatThrownBy(() -> DmnRule.check(rule)).hasMessageContaining("remove xsi:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions SYSTEM \"ADDRESS/dmn.dtd\">",
                "<!DOCTYPE definitions [<!ENTITY % all SYSTEM \"ADDRESS/all.ent\"> %all;]>",
                "<!DOCTYPE definitions [<!ENTITY a \"b\">]>"
            })
    void refusesARule_withADocumentType(String doctype) throws IOException {
        Path rule = rule("", doctype);
        assertThatThrownBy(() -> DmnRule.load(rule, "kansentarief")).hasMessageContaining("document type");
    }

    @Test
    void refusesARule_thatImportsAnother() throws IOException {
        Path plain = rule("", "");
        String text = Files.readString(plain)
                .replaceFirst(
                        "<decision ",
                        "<import namespace=\"urn:other\" locationURI=\"" + address
                                + "/other.dmn\" importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/><decision ");
        assertThatThrownBy(() -> DmnRule.load(file("rule.dmn", text), "kansentarief"))
                .hasMessageContaining("imports another file");
    }

    /** A language that calls Java reaches further than any address. */
    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "http://www.java.com/java"})
    void refusesARule_inALanguageThatCallsJava(String language) throws IOException {
        Path plain = rule("", "");
        String text = Files.readString(plain)
                .replaceFirst(
                        "<inputExpression id=\"e1\"",
                        "<inputExpression id=\"e1\" expressionLanguage=\"" + language + "\"");
        assertThatThrownBy(() -> DmnRule.load(file("rule.dmn", text), "kansentarief"))
                .hasMessageContaining("FEEL");
    }

    // ---- stylesheets

    private Path sheet(String top, String body) throws IOException {
        return file(
                "facts.xslt",
                "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                        + " xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:fn='http://www.w3.org/2005/xpath-functions'>"
                        + top + "<xsl:template match='/'><facts>" + body + "</facts></xsl:template></xsl:stylesheet>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:copy-of select=\"document('ADDRESS/a.xml')\"/>",
                "<xsl:copy-of select=\"document(concat('ADDRESS', '/a.xml'))\"/>",
                "<xsl:copy-of select=\"doc('ADDRESS/a.xml')\"/>",
                "<xsl:copy-of select=\"fn:doc ( 'SECRET' )\"/>",
                "<xsl:value-of select=\"doc-available('ADDRESS/a.xml')\"/>",
                "<xsl:value-of select=\"unparsed-text('ADDRESS/a.txt')\"/>",
                "<xsl:value-of select=\"unparsed-text-lines('SECRET')\"/>",
                "<xsl:value-of select=\"json-doc('ADDRESS/a.json')\"/>",
                "<xsl:copy-of select=\"collection('ADDRESS/')\"/>",
                "<xsl:copy-of select=\"uri-collection('ADDRESS/')\"/>",
                "<xsl:copy-of select=\"('ADDRESS/a.xml') ! doc#1(.)\"/>",
                "<xsl:copy-of select=\"function-lookup(xs:QName('fn:doc'), 1)('ADDRESS/a.xml')\"/>",
                "<xsl:value-of select=\"environment-variable('PATH')\"/>",
                "<a b=\"{document('ADDRESS/a.xml')}\"/>",
                "<xsl:source-document href=\"ADDRESS/a.xml\"/>",
                "<xsl:result-document href=\"ADDRESS/a.xml\"><a/></xsl:result-document>",
                "<xsl:evaluate xpath=\"'doc(''ADDRESS/a.xml'')'\"/>"
            })
    void refusesAStylesheet_thatReachesOutside(String body) throws IOException {
        Path sheet = sheet("", body);
        assertThatThrownBy(() -> Stylesheet.compile(sheet))
                .hasMessageContaining("facts.xslt")
                .hasMessageContaining("line ")
                .hasMessageContaining("Remove it");
    }

    /** What a look at the text misses fails where it runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:copy-of select=\"document(:x:)('ADDRESS/a.xml')\"/>",
                "<xsl:copy-of select=\"doc(:x:)('SECRET')\"/>",
                "<xsl:value-of select=\"unparsed-text(:x:)('ADDRESS/a.txt')\"/>",
                "<xsl:value-of select=\"unparsed-text(:x:)('SECRET')\"/>",
                "<xsl:value-of select=\"json-doc(:x:)('ADDRESS/a.json')\"/>",
                "<xsl:copy-of select=\"collection(:x:)('ADDRESS/')\"/>",
                "<xsl:copy-of select=\"collection(:x:)()\"/>"
            })
    void readsNothing_whenAStylesheetHidesItsCalls(String body) throws Exception {
        Path sheet = sheet("", body.replace("(:x:)", " (:x:) "));
        String result = "";
        try {
            XsltTransformer transformer = Stylesheet.compile(sheet).load();
            transformer.setSource(new StreamSource(new StringReader("<in/>")));
            XdmDestination out = new XdmDestination();
            transformer.setDestination(out);
            transformer.transform();
            result = out.getXdmNode().toString();
        } catch (net.sf.saxon.s9api.SaxonApiException | IllegalArgumentException e) {
            assertThat(e.getMessage()).doesNotContain(SECRET);
        }
        assertThat(result).doesNotContain(SECRET).doesNotContain("<a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:include href='ADDRESS/other.xslt'/>",
                "<xsl:import href='ADDRESS/other.xslt'/>",
                "<xsl:include href='SECRET'/>",
                "<xsl:include href='../../../../secret.xml'/>",
                "<xsl:include href='../../../far.xslt'/>",
                "<xsl:include href='%2e%2e/%2e%2e/%2e%2e/far.xslt'/>",
                "<xsl:include href='//127.0.0.1/other.xslt'/>",
                "<xsl:include href='mapping://127.0.0.1/other.xslt'/>",
                "<xsl:include href='jar:ADDRESS/a.jar!/other.xslt'/>",
                "<xsl:include href='near.xslt' xml:base='ADDRESS/'/>",
                "<xsl:include _href='near.xslt'/>",
                "<xsl:use-package name='ADDRESS/package'/>",
                "<xsl:import-schema schema-location='ADDRESS/a.xsd'/>"
            })
    void refusesAStylesheet_thatDrawsInWhatDoesNotLieWithIt(String top) throws IOException {
        String far = "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>";
        Files.writeString(folder.resolve("far.xslt"), far);
        Files.writeString(folder.resolve("mappings/far.xslt"), far);
        Files.writeString(deep.resolve("near.xslt"), far);
        Path sheet = sheet(top, "");
        assertThatThrownBy(() -> Stylesheet.compile(sheet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("facts.xslt");
    }

    @Test
    void refusesAStylesheet_withADocumentType() throws IOException {
        String text = Files.readString(sheet("", ""));
        for (String doctype :
                List.of("<!DOCTYPE a SYSTEM \"ADDRESS/a.dtd\">", "<!DOCTYPE a [<!ENTITY b SYSTEM \"SECRET\">]>")) {
            Path sheet = file("facts.xslt", doctype + text);
            assertThatThrownBy(() -> Stylesheet.compile(sheet)).hasMessageContaining("DOCTYPE");
        }
    }

    @Test
    void drawsInAStylesheet_thatLiesWithIt() throws IOException {
        String near = "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>";
        Files.writeString(deep.resolve("near.xslt"), near);
        Files.writeString(deep.resolveSibling("above.xslt"), near);
        assertThat(Stylesheet.compile(sheet("<xsl:import href='near.xslt'/><xsl:include href='../above.xslt'/>", "")))
                .isNotNull();
    }

    // ---- schemas

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

    // ---- JSON schemas

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
