package be.zeef.counter.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator in the log why tokens are refused and which claim was looked for, so that a caller need not be told. Nothing
 * that a token holds is in it, and each reason is told at most once a minute, however many tokens strangers send. Thread-safe.
 */
public final class TokenRefusals {

    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TokenRefusals.class);

    private final Clock clock;
    /** As many as there are reasons, callers of the settings and agreements: a stranger adds none. */
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    public TokenRefusals(Clock clock) {
        this.clock = clock;
    }

    /** @param why without anything of a token: names of claims and of settings, a caller of the settings, an agreement */
    public void tell(String why) {
        Instant now = clock.instant();
        boolean[] due = {false};
        told.compute(why, (same, last) -> {
            due[0] = last == null || !now.isBefore(last.plus(QUIET));
            return due[0] ? now : last;
        });
        if (due[0]) {
            LOG.warn("counter: a token was refused: {} (told once a minute at most)", why);
        }
    }
}
