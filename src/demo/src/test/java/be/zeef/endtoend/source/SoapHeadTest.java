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
import be.zeef.testing.EndlessServer;
import be.zeef.testing.FullServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may go wrong over SOAP before an answer has begun. */
class SoapHeadTest {

    @TempDir
    static Path folder;

    private static TestCity city;

    @BeforeAll
    static void start() {
        city = new TestCity(folder, 10, 500);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    static Stream<Arguments> heads() {
        String ok = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("lines without end", ok, "A: b\r\n"),
                Arguments.of("a line without end", ok + "A: ", "b"),
                Arguments.of("a status without end", "HTTP/1.1 200 ", "O"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void readsNoHeadToAnEndThatItHasNot(String name, String beginning, String again) throws IOException {
        try (EndlessServer server = new EndlessServer(ServerSocketFactory.getDefault(), beginning, again)) {
            assertThat(codes("http://127.0.0.1:" + server.port() + "/"))
                    .isNotEmpty()
                    .containsOnly("CUT_OFF");
            assertThat(server.saidPerCall()).isLessThan(EndlessServer.LONGEST / 4);
        }
    }

    /** CXF at times tells only that the request could not be written. */
    @Test
    void doesNotWaitForAnAnswer_whenNobodyIsLetIn() throws IOException {
        try (FullServer full = new FullServer()) {
            assertThat(codes("http://" + full.address() + "/")).isNotEmpty().isSubsetOf("NO_CONNECTION", "CUT_OFF");
        }
    }

    private static List<String> codes(String url) {
        Settings settings = city.settings(
                Map.of("endpoints", Map.of("default", url), "connectTimeout", "PT0.5S", "receiveTimeout", "PT20S"));
        CallsSeen seen = new CallsSeen();
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            assertThat(new MagdaQuestions(Inside.freshMagda(gateway), settings, "test", new Believing())
                            .ask(StatusQuestion.about("85651200136"), seen))
                    .isInstanceOf(Undetermined.class);
        }
        return seen.codes;
    }
}
