package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.OfZone;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XsltTransformer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stylesheet says of a date does not depend on the zone of the machine (XPath 3.1 §2.1.2, the implicit timezone). */
class StylesheetZoneTest {

    private static final String SHEET = """
            <xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:xs='http://www.w3.org/2001/XMLSchema'>
              <xsl:template match='/'>
                <said before="{xs:dateTime('2026-07-16T00:30:00+02:00') lt xs:dateTime('2026-07-16T00:00:00')}"
                      day="{adjust-date-to-timezone(xs:date('2026-07-16'))}"/>
              </xsl:template>
            </xsl:stylesheet>
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void aDateWithoutAZone_isOneInUtc(String zone) throws Exception {
        Path sheet = Files.writeString(folder.resolve("facts.xslt"), SHEET);

        OfZone.in(
                zone, () -> assertThat(said(sheet)).contains("before=\"true\"").contains("day=\"2026-07-16Z\""));
    }

    private static String said(Path sheet) throws IOException, SaxonApiException {
        XsltTransformer transformer = Stylesheet.compile(sheet).load();
        XdmDestination result = new XdmDestination();
        transformer.setSource(new StreamSource(new StringReader("<answer/>")));
        transformer.setDestination(result);
        transformer.transform();
        return result.getXdmNode().toString();
    }
}
