package be.zeef.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Xml;
import be.zeef.security.signing.SoapMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer over HTTP is encoded in. */
class XmlBytesTest {

    private static final String MARK = "\uFEFF";

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(MARK, StandardCharsets.UTF_8, "text/xml; charset=iso-8859-1", ""),
                Arguments.of(MARK, StandardCharsets.UTF_16LE, "text/xml; charset=utf-8", ""),
                Arguments.of(MARK, StandardCharsets.UTF_16BE, "text/xml; charset=\"utf-8\"", "UTF-16"),
                Arguments.of(MARK, StandardCharsets.UTF_8, "text/xml", "iso-8859-1"),
                Arguments.of("", StandardCharsets.ISO_8859_1, "text/xml; charset=iso-8859-1", "UTF-8"),
                Arguments.of("", StandardCharsets.ISO_8859_1, "text/xml", "iso-8859-1"),
                Arguments.of("", StandardCharsets.UTF_8, "", ""));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void isToldByTheMarkFirst_thenByHttp_thenByTheXml(String mark, Charset real, String http, String xml)
            throws Exception {
        String declared = xml.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + xml + "\"?>";
        byte[] bytes = (mark + declared + "<naam>Zoë</naam>").getBytes(real);

        XmlBytes answer = XmlBytes.of(bytes, http);

        assertThat(SoapMessage.parse(answer.source()).orElseThrow().getTextContent())
                .isEqualTo("Zoë");
        Xml.limitedReader().parse(answer.source());
    }
}
