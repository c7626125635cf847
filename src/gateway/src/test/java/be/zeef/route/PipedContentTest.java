package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of which the writing failed never appears as a whole one, and its reader never waits for the rest. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipedContentTest {

    private static final byte[] HALF = new byte[200_000];

    private static Mailbox.Content failing(Class<? extends Throwable> failure) {
        return out -> {
            out.write(HALF);
            PipedContentTest.<RuntimeException>fail(failure);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Class<? extends Throwable> failure) throws T {
        try {
            throw (T) failure.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {IOException.class, IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class
            })
    void reachesTheReader_whateverEndsTheWriting(Class<? extends Throwable> failure) throws IOException {
        try (PipedContent in = new PipedContent(failing(failure))) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasCauseInstanceOf(failure);
        }
    }

    @Test
    void reachesTheReader_whenItSkips() throws IOException {
        try (PipedContent in = new PipedContent(failing(StackOverflowError.class))) {
            assertThatThrownBy(() -> in.skip(Long.MAX_VALUE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void isWhole_whenTheWritingEnds() throws IOException {
        try (PipedContent in = new PipedContent(out -> out.write(HALF))) {
            assertThat(in.skip(100_000)).isEqualTo(100_000);
            assertThat(in.readAllBytes()).hasSize(100_000);
        }
    }
}
