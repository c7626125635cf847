package be.zeef.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Optional<String> NOW = Optional.of("Sun, 06 Nov 1994 08:49:37 GMT");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                              | 0
                    7                              | 7
                    ' 007 '                        | 7
                    300                            | 300
                    301                            | 300
                    99999999999999999999999999999  | 300
                    Sun, 06 Nov 1994 08:50:07 GMT  | 30
                    Sunday, 06-Nov-94 08:50:07 GMT | 30
                    Sun Nov  6 08:50:07 1994       | 30
                    Sun, 06 Nov 1994 08:49:00 GMT  | 0
                    Thu, 06 Nov 2994 08:49:37 GMT  | 300
                    -5                             | 0
                    1.5                            | 0
                    soon                           | 0
                    ''                             | 0
                    """)
    void saysHowLong_withinWhatIsReasonable(String field, long seconds) {
        for (int status : new int[] {429, 503}) {
            assertThat(RetryAfter.of(status, Optional.of(field), NOW)).contains(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void measuresADateByTheAnswersOwn_orNotAtAll() {
        Optional<String> later = Optional.of("Sun, 06 Nov 1994 08:50:07 GMT");

        assertThat(RetryAfter.of(429, later, Optional.empty())).contains(Duration.ZERO);
        assertThat(RetryAfter.of(429, later, Optional.of("x".repeat(100_000)))).contains(Duration.ZERO);
        assertThat(RetryAfter.of(429, Optional.of("9".repeat(100_000)), NOW)).contains(RetryAfter.LONGEST);
    }

    @Test
    void knowsHaste_with429InAnyCase_andWith503WhenItSaysWhen() {
        assertThat(RetryAfter.of(429, Optional.empty(), NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.of(503, Optional.empty(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 301, 400, 500, 502, 504})
    void readsItOfNoOtherAnswer(int status) {
        assertThat(RetryAfter.of(status, Optional.of("7"), NOW)).isEmpty();
    }
}
