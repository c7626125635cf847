package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.counter.token.TokenRefusals;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** However many bad tokens strangers send, the log does not fill with them, and no reason stays untold. */
class TokenRefusalsTest {

    @Test
    void shouldTellEachReasonOnceAMinute() {
        TestClock clock = new TestClock(Instant.parse("2026-07-16T08:00:00Z"));
        TokenRefusals refusals = new TokenRefusals(clock);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(TokenRefusals.class);
        log.start();
        logger.addAppender(log);
        try {
            for (int second = 0; second < 120; second++) {
                refusals.tell("its aud");
                refusals.tell("its iss");
                clock.move(Duration.ofSeconds(1));
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(4)
                .filteredOn(line -> line.contains("its aud"))
                .hasSize(2);
    }
}
