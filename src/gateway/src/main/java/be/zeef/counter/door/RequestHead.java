package be.zeef.counter.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The head of a request, held against RFC 9112 at its strictest: whatever readers are known to disagree about is refused, so
 * that a proxy before us and the library behind us see the same requests in the same bytes.
 *
 * @param length bytes of the body; meaningless when it comes in chunks
 * @param chunked whether the body comes in chunks
 */
record RequestHead(long length, boolean chunked) {

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]{1,20}) (/[!-~&&[^#]]*) HTTP/1\\.([01])");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}):([\\t\\x20-\\x7e\\x80-\\xff]*)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,10}");
    private static final int MOST_FIELDS = 100;

    /** What may stand there once: two of them are two answers to who asks, or to where the request ends. */
    private static final Set<String> ONCE = Set.of(
            "host", "content-length", "transfer-encoding", "content-type", "expect", "authorization", "zeef-clerk");

    /** Asks for another protocol on this connection; the old drafts of one of them had a body that no length announces. */
    private static final Predicate<String> OTHER_PROTOCOL =
            name -> name.equals("upgrade") || name.startsWith("sec-websocket");

    /**
     * Reads the head.
     *
     * @param bytes from the request line up to and with the empty line
     * @throws FramingFault when it is not one that every reader understands in the same way
     */
    static RequestHead read(byte[] bytes) throws FramingFault {
        String[] lines = new String(bytes, 0, bytes.length - 4, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        var line = REQUEST_LINE.matcher(lines[0]);
        if (!line.matches()) {
            throw FramingFault.malformed("the request line");
        }
        return of(fields(lines), line.group(3).equals("1"));
    }

    private record Field(String name, String value) {}

    private static List<Field> fields(String[] lines) throws FramingFault {
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            var field = FIELD.matcher(lines[i]);
            if (!field.matches() || i > MOST_FIELDS) {
                throw FramingFault.malformed("a header field");
            }
            fields.add(new Field(
                    field.group(1).toLowerCase(Locale.ROOT), field.group(2).strip()));
        }
        return fields;
    }

    private static RequestHead of(List<Field> fields, boolean one) throws FramingFault {
        if (fields.stream().map(Field::name).anyMatch(OTHER_PROTOCOL)) {
            throw FramingFault.malformed("another protocol is asked for");
        }
        for (String name : ONCE) {
            if (fields.stream().filter(field -> field.name().equals(name)).count() > 1) {
                throw FramingFault.malformed("a header field stands twice");
            }
        }
        String host = value(fields, "host");
        String length = value(fields, "content-length");
        String coding = value(fields, "transfer-encoding");
        String expected = value(fields, "expect");
        require(host == null ? !one : HOST.matcher(host).matches(), "the host");
        require(length == null || LENGTH.matcher(length).matches(), "the length");
        require(coding == null || (one && length == null && coding.equalsIgnoreCase("chunked")), "the coding");
        require(expected == null || expected.equalsIgnoreCase("100-continue"), "what is expected");
        return new RequestHead(length == null ? 0 : Long.parseLong(length), coding != null);
    }

    private static String value(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    private static void require(boolean holds, String what) throws FramingFault {
        if (!holds) {
            throw FramingFault.malformed(what);
        }
    }
}
