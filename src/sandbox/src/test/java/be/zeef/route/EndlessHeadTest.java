package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.advice.AdviceReply;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.testing.CallsSeen;
import be.zeef.testing.EndlessServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The head of an answer over HTTP, and what looks like one after its body, is read so far and no further. */
class EndlessHeadTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    @TempDir
    static Path folder;

    private static ServerSocketFactory sockets;
    private static SSLContextParameters tls;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("far"));
        Keys gateway = Keys.in(folder.resolve("keys"));
        SandboxKeys far = SandboxKeys.in(folder.resolve("far"), gateway);
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(far.store("magda-server"), far.password());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        sockets = server.getServerSocketFactory();
        tls = PartnerKeys.magdaTls(gateway);
    }

    private static Settings settings(EndlessServer server) throws IOException {
        return WebRoutes.settings(folder.resolve("home"), "https://127.0.0.1:" + server.port() + "/", "PT20S", "PT60S");
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of("lines without end", OK, "A: b\r\n"),
                Arguments.of("a line without end", OK + "A: ", "b"),
                Arguments.of("a status without end", "HTTP/1.1 200 ", "O"),
                Arguments.of("lines without end after the body", CHUNKED + "2\r\n{}\r\n0\r\n", "A: b\r\n"),
                Arguments.of("a line without end before a chunk", CHUNKED + "2;", "a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void endsAsTooLarge_havingReadLittle(String name, String beginning, String again) throws IOException {
        try (EndlessServer server = new EndlessServer(sockets, beginning, again);
                Routes routes = WebRoutes.start(settings(server), tls)) {
            for (String route : WebRoutes.NAMES) {
                WebCall call = WebCall.json("POST", "", "{}".getBytes(StandardCharsets.UTF_8));

                assertThat(new WebCalls(routes, route).call(call))
                        .as(route)
                        .isEqualTo(new WebReply.Lost("TOO_LARGE", true));
            }
            assertThat(server.saidPerCall()).isLessThan(EndlessServer.LONGEST / 4);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void hasAnOutcome_andIsNotAskedAgain(String name, String beginning, String again) throws IOException {
        CallsSeen journal = new CallsSeen();
        try (EndlessServer server = new EndlessServer(sockets, beginning, again)) {
            Settings settings = settings(server);
            try (Routes routes = WebRoutes.start(settings, tls)) {
                AdviceReply reply = new RemoteAdvice(routes, settings)
                        .ask(
                                "gent-uitpas",
                                Insz.of("85651200136", Realm.SANDBOX),
                                LocalDate.of(2026, 7, 16),
                                Duration.ofSeconds(60),
                                journal);

                assertThat(reply).isEqualTo(new AdviceReply.Failed("TOO_LARGE"));
            }
        }
        assertThat(journal.codes).containsExactly("TOO_LARGE");
    }
}
