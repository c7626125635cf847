package be.zeef.counter.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Requests end where RFC 9112 says; whatever else is sent ends in a fault and in nothing worse. */
class FramingTest {

    private static final String HEAD = "POST /a HTTP/1.1\r\nHost: a\r\n";

    /** The requests of these bytes; the last is "fault" when they end in one. */
    private static List<String> requests(String bytes) {
        Framing framing = new Framing();
        List<String> found = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (byte each : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            now.append((char) (each & 0xff));
            try {
                if (framing.next(each) == Framing.Step.REQUEST) {
                    found.add(now.toString());
                    now.setLength(0);
                }
            } catch (FramingFault fault) {
                found.add("fault");
                return found;
            }
        }
        return found;
    }

    @Provide
    Arbitrary<String> request() {
        Arbitrary<String> text =
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(300);
        return Arbitraries.oneOf(
                text.map(body -> HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body),
                text.map(body -> HEAD + "X: y\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + (body.isEmpty() ? "" : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n")
                        + "0\r\n\r\n"),
                Arbitraries.of("GET /b HTTP/1.1\r\nHost: b\r\n\r\n", "GET /b HTTP/1.0\r\n\r\n"));
    }

    @Property(tries = 300)
    void requestsOneBehindTheOtherAreCutWhereTheyEnd(
            @ForAll("request") String first, @ForAll("request") String second, @ForAll("request") String third) {
        assertThat(requests(first + second + "\r\n" + third)).containsExactly(first, second, "\r\n" + third);
    }

    /** Whatever byte of a head is changed, what stands behind is not cut elsewhere: it is the same request, or none. */
    @Property(tries = 2000)
    void aChangedByteOfAHeadIsAFaultOrMovesNothing(
            @ForAll @IntRange(max = 255) int sign, @ForAll @IntRange(max = 61) int place) {
        String head = "POST /abc HTTP/1.1\r\nHost: abc\r\nX-Abc: d\r\nTransfer-Encoding: chunked";
        String changed = head.substring(0, place) + (char) sign + head.substring(place + 1);
        String rest = "\r\n\r\n5\r\nabcde\r\n0\r\n\r\n";
        String behind = "GET /b HTTP/1.1\r\nHost: b\r\n\r\n";
        List<String> found = requests(changed + rest + behind);
        if (found.contains("fault")) {
            // the chunks of a body that was none are no request
            assertThat(found.get(found.size() - 1)).isEqualTo("fault");
            assertThat(found).doesNotContain(behind);
        } else {
            assertThat(found).containsExactly(changed + rest, behind);
        }
    }

    @Property(tries = 1000)
    void anyBytesAreRequestsOrAFault(@ForAll byte[] bytes) {
        assertThat(requests(new String(bytes, StandardCharsets.ISO_8859_1))).doesNotContainNull();
    }

    @Test
    void whatHasNoEndIsAFault() {
        assertThat(requests("GET /" + "a".repeat(Framing.MOST_LINE))).containsExactly("fault");
        assertThat(requests(HEAD + "X: y\r\n".repeat(Framing.MOST_HEAD / 6))).containsExactly("fault");
        assertThat(requests(HEAD + "X: y\r\n".repeat(101) + "\r\n")).containsExactly("fault");
        assertThat(requests(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "0".repeat(7)))
                .containsExactly("fault");
    }
}
