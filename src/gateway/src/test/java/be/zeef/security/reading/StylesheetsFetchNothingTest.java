package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XsltTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No stylesheet makes the gateway fetch anything, or read what does not lie with it. */
class StylesheetsFetchNothingTest extends FetchedNothing {

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
                "<a xsl:expand-text='yes'>{document('ADDRESS/a.xml')}</a>",
                "<xsl:value-of select=\"current-date()\"/>",
                "<xsl:value-of select=\"fn:current-dateTime ( )\"/>",
                "<xsl:value-of select=\"() => current-time()\"/>",
                "<xsl:value-of select=\"(1) ! current-date#0()\"/>",
                "<a xsl:expand-text='yes'>{Q{http://www.w3.org/2005/xpath-functions}current-date()}<b/></a>",
                "<xsl:value-of select=\"random-number-generator()?number\"/>",
                "<xsl:value-of select=\"implicit-timezone()\"/>",
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

    private Path schema(String top) throws IOException {
        return file(
                "soap.xsd",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + top
                        + "<xs:element name='a' type='xs:string'/></xs:schema>");
    }
}
