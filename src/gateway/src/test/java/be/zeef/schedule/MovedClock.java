package be.zeef.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved, for all nodes that have it. */
final class MovedClock extends Clock {

    private volatile Instant now;

    MovedClock(String now) {
        this.now = Instant.parse(now);
    }

    void to(Instant instant) {
        now = instant;
    }

    void to(String instant) {
        to(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
