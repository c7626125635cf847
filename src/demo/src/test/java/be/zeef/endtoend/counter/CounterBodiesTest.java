package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that a hostile partner sends: each is refused as what it is, and asks nobody. */
class CounterBodiesTest {

    private static final String PERSON = "78661200190";

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static CounterClient demo;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of());
        demo = house.asDemo();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    static Stream<Arguments> bodies() {
        String sound = "{\"insz\":\"" + PERSON + "\"}";
        return Stream.of(
                Arguments.of("a mark of byte order", utf8("\ufeff" + sound), "json"),
                Arguments.of("UTF-16", sound.getBytes(StandardCharsets.UTF_16), "json"),
                Arguments.of("UTF-16 without a mark", sound.getBytes(StandardCharsets.UTF_16LE), "json"),
                Arguments.of("UTF-32", sound.getBytes(Charset.forName("UTF-32")), "json"),
                Arguments.of("bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, "json"),
                Arguments.of("an overlong sign", new byte[] {'{', (byte) 0xc0, (byte) 0xa2, '}'}, "json"),
                Arguments.of("nothing but NUL", new byte[100], "json"),
                Arguments.of(
                        "a name twice, once escaped",
                        utf8("{\"insz\":\"1\",\"\\u0069nsz\":\"" + PERSON + "\"}"),
                        "json"),
                Arguments.of("deep arrays", utf8("[".repeat(4000)), "json"),
                Arguments.of("deep objects", utf8("{\"insz\":".repeat(300) + "1" + "}".repeat(300)), "type"),
                Arguments.of("a comment", utf8("{/**/\"insz\":\"" + PERSON + "\"}"), "json"),
                Arguments.of("single quotes", utf8("{'insz':'" + PERSON + "'}"), "json"),
                Arguments.of("a comma too many", utf8("{\"insz\":\"" + PERSON + "\",}"), "json"),
                Arguments.of("two values", utf8(sound + sound), "json"),
                Arguments.of("NaN", utf8("{\"insz\":NaN}"), "json"),
                Arguments.of("a number as long as the body", utf8("{\"insz\":" + "1".repeat(4000) + "}"), "json"),
                Arguments.of("a number beyond all", utf8("{\"insz\":1e999999999}"), "type"),
                Arguments.of("a number instead of a text", utf8("{\"insz\":" + PERSON + "}"), "type"),
                Arguments.of("a list of people", utf8("{\"insz\":[\"" + PERSON + "\"]}"), "type"),
                Arguments.of("nobody", utf8("{\"insz\":null}"), "type"),
                Arguments.of(
                        "half a surrogate", utf8("{\"insz\":\"\\ud800" + PERSON.substring(1) + "\"}"), "insz-shape"),
                Arguments.of("a line end behind", utf8("{\"insz\":\"" + PERSON + "\\n\"}"), "insz-shape"),
                Arguments.of("spaces around", utf8("{\"insz\":\" " + PERSON + " \"}"), "insz-shape"),
                Arguments.of("dots", utf8("{\"insz\":\"78.66.12-001.90\"}"), "insz-shape"),
                Arguments.of("a sign before", utf8("{\"insz\":\"+7866120019\"}"), "insz-shape"),
                Arguments.of("full-width digits", utf8("{\"insz\":\"" + wide(PERSON) + "\"}"), "insz-shape"),
                Arguments.of("a day with a line end", utf8(on("2026-07-16\\n")), "day"),
                Arguments.of("a day with a sign", utf8(on("+2026-07-16")), "day"),
                Arguments.of("a day with a time", utf8(on("2026-07-16T00:00:00Z")), "day"),
                Arguments.of("a day in full-width digits", utf8(on(wide("2026") + "-07-16")), "day"),
                Arguments.of("no day", utf8(on("2026-02-29")), "day"),
                Arguments.of("the year 0", utf8(on("0000-01-01")), "agreement"),
                Arguments.of("the last year", utf8(on("9999-12-31")), "agreement"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String on(String day) {
        return "{\"insz\":\"" + PERSON + "\",\"on\":\"" + day + "\"}";
    }

    private static String wide(String digits) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + '\uff10')))
                .reduce("", String::concat);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isRefusedAsWhatItIs(String what, byte[] body, String code) throws Exception {
        long calls = house.sandbox().soap().calls();
        for (String type : new String[] {"application/json", "application/json; charset=utf-16"}) {
            HttpResponse<String> answer = sent("questions", type, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.equals("agreement") ? 404 : 400);
            assertThat(answer.body())
                    .contains("\"urn:zeef:problem:counter:" + code + "\"")
                    .doesNotContain(PERSON);
        }
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
    }

    @Test
    void aCardIsThirteenDigitsAndNothingElse() throws Exception {
        long writes = house.sandbox().uitpas().writes();
        for (String card : new String[] {
            "0900000095902\\n", "0900000095902 ", "090000009590a", wide("0900000095902"), "../../090000000", ""
        }) {
            HttpResponse<String> answer = sent(
                    "grants",
                    "application/json",
                    utf8("{\"insz\":\"" + house.entitled().get(0) + "\",\"card\":\"" + card + "\"}"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("counter:card");
        }
        assertThat(house.sandbox().uitpas().writes()).isEqualTo(writes);
    }

    private static HttpResponse<String> sent(String what, String type, byte[] body) throws Exception {
        return demo.send(demo.to("/api/v1/agreements/gent-uitpas/" + what)
                .header("Content-Type", type)
                .header(CounterClient.CLERK, "clerk-7")
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
