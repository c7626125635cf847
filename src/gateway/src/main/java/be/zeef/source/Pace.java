package be.zeef.source;

import java.time.Duration;

/**
 * How a source may be called.
 *
 * @param perSecond calls a second of one service under one sender, the limit the source throttles at; at least 1
 * @param atOnce most of them at a time; at least 1
 * @param closedFor how long a service that does not answer is left alone before one call tries again
 * @param attempts how often what passes is tried in all; after as many closings a service is given up at once
 */
public record Pace(int perSecond, int atOnce, Duration closedFor, int attempts) {

    public Pace {
        if (perSecond < 1 || atOnce < 1 || attempts < 1 || closedFor.isNegative()) {
            throw new IllegalArgumentException(
                    "perSecond, atOnce and attempts are at least 1 and closedFor is not negative; correct the settings");
        }
    }
}
