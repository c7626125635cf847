package be.zeef.subject;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day it is where the agreements hold: in Belgium, whatever zone the machine or its JVM is set to. Every notion of
 * <em>today</em>, and every day made from an instant or an instant from a day, is this one.
 */
public final class Today {

    /** Belgian time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Today() {}

    /**
     * The machine's clock, in UTC. This is the one place where it is made: the command line takes it once, at the top, and
     * everything below is given it; the sandbox's far ends have it each for themselves. Nothing else asks the machine for
     * the time (the architecture's tests hold this).
     */
    public static Clock wallClock() {
        return Clock.systemUTC();
    }

    /** The day it is by this clock; the clock's own zone decides nothing. */
    public static LocalDate by(Clock clock) {
        return at(clock.instant());
    }

    /** The day it was at this moment. */
    public static LocalDate at(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
