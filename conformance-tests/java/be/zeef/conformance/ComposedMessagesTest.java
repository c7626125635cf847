package be.zeef.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in XML that we compose is the one that is expected. */
class ComposedMessagesTest {

    static Stream<Map.Entry<String, byte[]>> composed() throws IOException {
        return ComposedMessages.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("composed")
    void isTheMessageThatIsExpected(Map.Entry<String, byte[]> message) {
        Expected.holds(message.getKey(), message.getValue());
    }

    @Test
    void tellsWhere_whenAMessageIsAnother() throws IOException {
        String other = new String(ComposedMessages.all().get("files/ivago-grants"), StandardCharsets.UTF_8)
                .replace("household-1", "household-2");

        assertThatThrownBy(() -> Expected.holds("files/ivago-grants", other))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line[1]/@household");
    }

    @Test
    void noFileIsExpectedThatNobodyComposes() throws IOException {
        try (Stream<Path> files = Files.list(Expected.MESSAGES.resolve("files"))) {
            assertThat(files.map(
                            file -> "files/" + file.getFileName().toString().replaceFirst("\\.xml$", "")))
                    .containsExactlyInAnyOrderElementsOf(ComposedMessages.all().keySet());
        }
    }
}
