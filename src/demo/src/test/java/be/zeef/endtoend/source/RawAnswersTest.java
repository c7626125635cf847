package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.StatusQuestion;
import be.zeef.endtoend.city.TestCity;
import be.zeef.settings.Settings;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no HTTP server of good manners sends: each ends its calls with a code, and its question undetermined. */
class RawAnswersTest {

    private static final String FAULT =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                    + "<faultcode>s:Server</faultcode><faultstring>97531 - x</faultstring></s:Fault></s:Body></s:Envelope>";
    private static final String DRIPPING = "<drip>";
    private static final String XML = "Content-Type: text/xml\r\n";

    @TempDir
    static Path folder;

    private static TestCity city;
    private static ServerSocket server;
    private static Gateway gateway;
    private static Settings settings;
    private static final AtomicReference<String> ANSWER = new AtomicReference<>("");
    private static final AtomicInteger CALLS = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        city = new TestCity(folder, 10, 500);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(RawAnswersTest::serve, "raw");
        thread.setDaemon(true);
        thread.start();
        String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
        settings = city.settings(Map.of("endpoints", Map.of("default", url), "receiveTimeout", "PT1S"));
        gateway = new Gateway(settings, Today.wallClock());
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        server.close();
        city.close();
    }

    /** One request a connection, however it would rather have it. */
    private static void serve() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    CALLS.incrementAndGet();
                    skipRequest(socket);
                    socket.getOutputStream().write(ANSWER.get().getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                    drip(socket);
                }
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Goes on, a byte at a time, until the other side has gone. */
    private static void drip(Socket socket) {
        try {
            while (ANSWER.get().endsWith(DRIPPING)) {
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            // it has gone
        }
    }

    private static void skipRequest(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    static Stream<Arguments> answers() {
        String chunk = Integer.toHexString(FAULT.length()) + "\r\n" + FAULT + "\r\n";
        String ok = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("as it should be", ok + XML + length(0) + FAULT, Set.of("97531")),
                Arguments.of("longer than it says", ok + XML + length(-20) + FAULT, Set.of("NOT_SOAP")),
                Arguments.of(
                        "shorter than it says",
                        ok + XML + length(20) + FAULT.substring(9),
                        Set.of("CUT_OFF", "NOT_SOAP")),
                Arguments.of(
                        "longer than may be",
                        ok + XML + "Content-Length: 99999999999999999999\r\n\r\n" + FAULT,
                        Set.of("97531", "CUT_OFF")),
                Arguments.of("of no length", ok + XML + "Content-Length: 0\r\n\r\n", Set.of("EMPTY")),
                Arguments.of(
                        "of negative length",
                        ok + XML + "Content-Length: -1\r\n\r\n" + FAULT,
                        Set.of("97531", "CUT_OFF")),
                Arguments.of(
                        "in chunks with trailers",
                        ok + XML + "Transfer-Encoding: chunked\r\nTrailer: X\r\n\r\n" + chunk + "0\r\nX: y\r\n\r\n",
                        Set.of("97531")),
                Arguments.of(
                        "in chunks that end too soon",
                        ok + XML + "Transfer-Encoding: chunked\r\n\r\n" + chunk.substring(0, 50),
                        Set.of("CUT_OFF")),
                Arguments.of(
                        "in chunks of no number",
                        ok + XML + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + FAULT,
                        Set.of("CUT_OFF")),
                Arguments.of(
                        "after 100", "HTTP/1.1 100 Continue\r\n\r\n" + ok + XML + length(0) + FAULT, Set.of("97531")),
                Arguments.of(
                        "103 and nothing",
                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
                        Set.of("EMPTY", "CUT_OFF")),
                Arguments.of("304", "HTTP/1.1 304 Not Modified\r\n\r\n", Set.of("REDIRECT")),
                Arguments.of("205", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n", Set.of("EMPTY")),
                Arguments.of("a status that is none", "HTTP/1.1 999 x\r\n" + XML + length(0) + FAULT, Set.of("97531")),
                Arguments.of(
                        "one byte at a time for ever",
                        ok + XML + "Content-Length: 1000000\r\n\r\n" + DRIPPING,
                        Set.of("TIMEOUT")),
                Arguments.of("no HTTP", "maintenance", Set.of("CUT_OFF", "NOT_SOAP")),
                Arguments.of("nothing at all", "", Set.of("CUT_OFF")),
                Arguments.of(
                        "a charset of its own making",
                        ok + "Content-Type: text/xml; charset=klingon\r\n" + length(0) + FAULT,
                        Set.of("CUT_OFF")),
                Arguments.of(
                        "a type of its own making",
                        ok + "Content-Type: ;;;=\r\n" + length(0) + FAULT,
                        Set.of("97531")));
    }

    private static String length(int more) {
        return "Content-Length: " + (FAULT.length() + more) + "\r\n\r\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void endsWithACode_whenTheAnswerIs(String name, String answer, Set<String> codes) {
        ANSWER.set(answer);
        CallsSeen seen = new CallsSeen();

        var undetermined = new MagdaQuestions(Inside.freshMagda(gateway), settings, "test", new Believing())
                .ask(StatusQuestion.about("85651200136"), seen);

        assertThat(undetermined).isInstanceOf(Undetermined.class);
        assertThat(codes).containsAll(seen.codes);
        assertThat(seen.codes).isNotEmpty();
    }
}
