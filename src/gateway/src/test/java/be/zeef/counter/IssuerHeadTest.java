package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.CounterSettings;
import be.zeef.testing.EndlessServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An issuer's answer whose head has no end is given up, as one whose keys cannot be read. */
class IssuerHeadTest {

    static Stream<Arguments> heads() {
        String ok = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("lines without end", ok, "A: b\r\n"), Arguments.of("a line without end", ok + "A: ", "b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void givesUpAHeadWithoutEnd_havingReadLittle(String name, String beginning, String again) throws Exception {
        try (EndlessServer server = new EndlessServer(ServerSocketFactory.getDefault(), beginning, again)) {
            IssuerDocuments issuer =
                    new IssuerDocuments(issuer("http://127.0.0.1:" + server.port()), SSLContext.getDefault());

            assertThatThrownBy(issuer::keys).isInstanceOf(IOException.class);
            assertThat(server.saidPerCall()).isLessThan(EndlessServer.LONGEST / 4);
        }
    }

    /** An issuer at this place, with nothing that is not usual. */
    static CounterSettings.Oidc issuer(String url) {
        return new CounterSettings.Oidc(
                url,
                "zeef",
                "sub",
                "",
                Map.of(),
                List.of("RS256"),
                Duration.ZERO,
                Duration.ofHours(1),
                Duration.ofMinutes(1));
    }
}
