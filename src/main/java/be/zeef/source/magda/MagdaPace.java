package be.zeef.source.magda;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * The pace of one sender URI: evenly spaced calls, a tenth below MAGDA's limit. When MAGDA says that we are too fast the
 * pace is halved; it recovers by a tenth with every success. Thread-safe.
 */
final class MagdaPace {

    /** The limiter gives this many permits in a cycle; fewer is slower. */
    private static final int FULL = 20;

    private final RateLimiter limiter;
    private double share = FULL;

    MagdaPace(int perSecond) {
        limiter = RateLimiter.of(
                "magda",
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(Duration.ofNanos(1_100_000_000L / Math.max(1, perSecond)))
                        .limitForPeriod(1)
                        .timeoutDuration(Duration.ofHours(1))
                        .build());
    }

    /** Waits for its turn; when the pace is halved, for two turns, and so on. */
    void await() {
        int turns;
        synchronized (this) {
            turns = (int) Math.ceil(FULL / share);
        }
        for (int i = 0; i < turns; i++) {
            RateLimiter.waitForPermission(limiter);
        }
    }

    synchronized void tooFast() {
        share = Math.max(1, share / 2);
    }

    synchronized void good() {
        share = Math.min(FULL, share * 1.1);
    }
}
