package be.zeef.counter;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;

/** So many requests a minute for each caller, whatever becomes of them. Thread-safe. */
final class RequestRate {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final RateLimiterRegistry limiters;

    RequestRate(int perMinute) {
        limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(Math.max(1, perMinute))
                .limitRefreshPeriod(PERIOD)
                .timeoutDuration(Duration.ZERO)
                .build());
    }

    /** @throws ProblemException 429 when this is one too many */
    void count(String caller) {
        RateLimiter limiter = limiters.rateLimiter(caller);
        if (!limiter.acquirePermission()) {
            throw ProblemException.tooMany("counter.too-many", PERIOD);
        }
    }
}
