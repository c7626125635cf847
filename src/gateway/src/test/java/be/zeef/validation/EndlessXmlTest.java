package be.zeef.validation;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Xml;
import be.zeef.security.reading.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No part of a message that has no end is read to its end, and a message that is merely long is. */
class EndlessXmlTest {

    private static final long ENDLESS = 40L << 20;
    private static final int PARSERS_BUFFER = 1 << 16;

    private static final String ANYTHING = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="a"><xs:complexType mixed="true">
                <xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence>
                <xs:anyAttribute processContents="lax"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;

    @TempDir
    Path folder;

    private Schema schema;

    @BeforeEach
    void schema() throws IOException {
        schema = Xml.schema(Files.writeString(folder.resolve("anything.xsd"), ANYTHING));
    }

    /** An underscore stands for a space. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "comment,<a><!--,x,--></a>,xml.bytes",
                "comments one after the other,<a><b/>,<!---->,</a>,xml.bytes",
                "instruction,<a><?p ,x,?></a>,xml.bytes",
                "instruction's name,<a><?,x,?></a>,xml.name",
                "value of an attribute,<a b=',x,'/>,xml.bytes",
                "namespace,<a xmlns:b=',x,'/>,xml.name",
                "name of an attribute,<a ,x,='1'/>,xml.name",
                "space in a tag,<a ,_,/>,xml.bytes",
                "space in an end tag,<a></a,_,>,xml.bytes",
                "name of an element,<,a,/>,xml.name",
                "CDATA section,<a><![CDATA[,x,]]></a>,xml.bytes",
                "reference to a character,<a>&#,1,;</a>,xml.bytes",
                "reference to an entity,<a>&,x,;</a>,xml.name",
                "space before the root,<?xml version='1.0'?>,_,<a/>,xml.bytes",
                "comment before the root,<!--,x,--><a/>,xml.bytes",
                "space after the root,<a/>,_,,xml.bytes",
                "version,<?xml version=',1,'?><a/>,xml.bytes",
                "text,<a>,x,</a>,xml.characters",
                "space between elements,<a>,_,</a>,xml.characters"
            })
    void refusesWhatHasNoEnd_unread(String what, String before, String again, String after, String code)
            throws IOException {
        Pulled message = message(before, again, ENDLESS, after == null ? "" : after);

        assertThat(code(message)).isEqualTo(code);
        assertThat(message.bytes).isLessThan(XmlLimits.STRETCH + PARSERS_BUFFER);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "elements,<a>,<a b='1'>text</a>,</a>",
                "instructions,<a>,<?p?>,</a>",
                "comments among elements,<a>,<b/><!---->,</a>"
            })
    void readsALongMessage_toItsEnd(String what, String before, String again, String after) throws IOException {
        long whole = 4L * XmlLimits.STRETCH / again.length() * again.length();
        Pulled message = message(before, again, whole, after);

        assertThat(code(message)).isEqualTo("good");
        assertThat(message.bytes).isEqualTo(whole + before.length() + after.length());
    }

    @Test
    void takesACommentWithinTheLimit() throws IOException {
        assertThat(code(message("<a><!--", "x", XmlLimits.STRETCH - PARSERS_BUFFER, "--></a>")))
                .isEqualTo("good");
    }

    private String code(InputStream message) throws IOException {
        Findings findings = new Findings();
        XmlCheck.read(schema, findings, message);
        return findings.report("message").findings().stream()
                .map(Finding::code)
                .findFirst()
                .orElse("good");
    }

    private static Pulled message(String before, String again, long length, String after) {
        return new Pulled(new SequenceInputStream(Collections.enumeration(
                List.of(bytes(before), new Repeated(again.replace('_', ' '), length), bytes(after)))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same again and again, made as it is read. */
    private static final class Repeated extends InputStream {

        private final byte[] again;
        private final long length;
        private long at;

        Repeated(String again, long length) {
            this.again = again.getBytes(StandardCharsets.US_ASCII);
            this.length = length;
        }

        @Override
        public int read() {
            return at == length ? -1 : again[(int) (at++ % again.length)];
        }
    }

    /** Counts what was pulled. */
    private static final class Pulled extends FilterInputStream {

        private long bytes;

        Pulled(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
