package be.zeef.route.http;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.cxf.helpers.HttpHeaderHelper;
import org.xml.sax.InputSource;

/**
 * XML as it came over HTTP, and what it is encoded in: what a byte-order mark says comes before what HTTP says, and that before
 * what the XML says of itself (RFC 7303 §3).
 *
 * @param bytes without the mark
 * @param charset empty when only the XML itself can tell
 */
public record XmlBytes(byte[] bytes, Optional<String> charset) {

    private enum Mark {
        UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
        UTF_16_LE("UTF-16LE", 0xFF, 0xFE),
        UTF_16_BE("UTF-16BE", 0xFE, 0xFF);

        private final String charset;
        private final int[] bytes;

        Mark(String charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        private boolean leads(byte[] content) {
            for (int i = 0; i < bytes.length; i++) {
                if (content.length <= i || (content[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param contentType of HTTP or of a part; empty when there is none */
    public static XmlBytes of(byte[] content, String contentType) {
        Optional<Mark> mark = List.of(Mark.values()).stream()
                .filter(each -> each.leads(content))
                .findFirst();
        return mark.map(found -> new XmlBytes(
                        Arrays.copyOfRange(content, found.bytes.length, content.length), Optional.of(found.charset)))
                .orElseGet(() -> new XmlBytes(content, charset(contentType)));
    }

    private static Optional<String> charset(String contentType) {
        return Optional.ofNullable(HttpHeaderHelper.findCharset(contentType)).map(name -> name.replace("\"", ""));
    }

    /** To be parsed, as often as one likes. */
    public InputSource source() {
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        charset.ifPresent(source::setEncoding);
        return source;
    }

    public boolean isBlank() {
        for (byte each : bytes) {
            if (each < 0 || each > ' ') {
                return false;
            }
        }
        return true;
    }
}
