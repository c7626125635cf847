package be.zeef.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by a minute each time it is looked at. */
final class MinuteClock extends Clock {

    private Instant now = Instant.parse("2026-07-16T08:00:00Z");

    @Override
    public synchronized Instant instant() {
        now = now.plusSeconds(60);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
