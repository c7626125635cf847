package be.zeef.source;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts at calls of one source: each under its own reference and in the ledger, at the source's pace, and again while what
 * went wrong is something that passes. One per source and process, since the pace is shared. Thread-safe.
 */
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** Our own word for HTTP's own words that we are too fast (429, or 503 with Retry-After). */
    public static final String THROTTLED = "THROTTLED";

    /** Nobody answered, so far as the pace cares. */
    private static final Set<String> DEAD = Set.of("TIMEOUT", "NO_CONNECTION", "CUT_OFF", "TLS");

    /** Our own words for failures that may pass; a wrong certificate, schema, size or signature does not. */
    private static final Set<String> MAY_PASS = Set.of(
            "TIMEOUT",
            "NO_CONNECTION",
            "CUT_OFF",
            "FAULT",
            "EMPTY",
            "MULTIPART",
            "NOT_SOAP",
            "REDIRECT",
            "CORRELATION",
            "CLOSED");

    private static final IntervalFunction BACK_OFF = IntervalFunction.ofExponentialRandomBackoff(250, 2.0, 0.5, 8000);

    private final Pace pace;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    public Attempts(Pace pace) {
        this.pace = pace;
    }

    /** One kind of call, and what its replies mean. */
    public interface Call<R> {

        /**
         * Builds one request; what breaks here is not in the ledger, for nothing is sent.
         *
         * @param referte this attempt's own reference, a UUID
         * @return sends it, given how long it may take
         */
        Function<Duration, R> prepare(String referte);

        /** A reply that is none, for this reason. */
        R failed(String code);

        /** {@code OK}, a code of the source, or our own word. */
        String code(R reply);

        Meaning meaning(R reply);

        /** How long the source wants to be left alone after this reply; zero when it does not say. */
        default Duration rest(R reply) {
            return Duration.ZERO;
        }
    }

    /** What our own words for a failed call mean. */
    public static Meaning meaning(String ownWord) {
        if (ownWord.equals("DENIED")) {
            return Meaning.CONFIGURATION;
        }
        if (ownWord.equals(THROTTLED)) {
            return Meaning.SLOW_DOWN;
        }
        return MAY_PASS.contains(ownWord) ? Meaning.RETRY : Meaning.UNKNOWN;
    }

    /**
     * Calls until there is a reply that stands, or the attempts or the time are used up, or the service has not answered
     * anybody for too long. Waiting for a service that does not answer uses up no attempt.
     *
     * @param sender who asks; each has a pace of its own
     * @param within how long all of it may take
     * @return the last reply there was; CLOSED or TOO_LATE when no call could be made at all
     */
    public <R> R call(String sender, String service, Call<R> call, Duration within, CallJournal journal) {
        long until = System.nanoTime() + within.toNanos();
        Lane lane = lanes.computeIfAbsent(sender + " " + service, name -> new Lane(name, pace));
        R reply = call.failed("TOO_LATE");
        for (int attempt = 1; attempt <= pace.attempts(); attempt++) {
            if (attempt > 1 && !pause(attempt - 1, until)) {
                return reply;
            }
            Lane.Entry entry = enter(lane, until);
            if (entry != Lane.Entry.GO) {
                return attempt > 1 ? reply : call.failed(entry.name());
            }
            reply = attempt(lane, service, call, until, journal);
            if (!call.meaning(reply).passes()) {
                return reply;
            }
        }
        return reply;
    }

    private static <R> R attempt(Lane lane, String service, Call<R> call, long until, CallJournal journal) {
        long began = System.nanoTime();
        Lane.Exit exit = Lane.Exit.GOOD;
        Duration rest = Duration.ZERO;
        try {
            R reply = told(service, call, until, journal);
            if (call.meaning(reply) == Meaning.SLOW_DOWN) {
                exit = Lane.Exit.TOO_FAST;
                rest = call.rest(reply);
            } else if (DEAD.contains(call.code(reply))) {
                exit = Lane.Exit.DEAD;
            }
            return reply;
        } finally {
            lane.leave(exit, Duration.ofNanos(System.nanoTime() - began), rest);
        }
    }

    private static <R> R told(String service, Call<R> call, long until, CallJournal journal) {
        String referte = UUID.randomUUID().toString();
        Function<Duration, R> request = call.prepare(referte);
        return journal.around(service, referte, () -> answered(call, request, until), call::code);
    }

    /** What breaks in the gateway over one answer leaves one question undetermined and stops no other. */
    private static <R> R answered(Call<R> call, Function<Duration, R> request, long until) {
        try {
            return request.apply(Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime())));
        } catch (RuntimeException | StackOverflowError e) {
            // its text may quote the answer
            LOG.error("an answer could not be handled: {}", e.getClass().getName());
            return call.failed("DEFECT");
        }
    }

    private static Lane.Entry enter(Lane lane, long until) {
        try {
            return lane.enter(until);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    /** False when there is no time left for another attempt. */
    private static boolean pause(int failures, long until) {
        long end =
                System.nanoTime() + Duration.ofMillis(BACK_OFF.apply(failures)).toNanos();
        if (end - until >= 0) {
            return false;
        }
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
            if (Thread.interrupted()) {
                throw stopped();
            }
        }
        return true;
    }

    private static IllegalStateException stopped() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while waiting for a turn at a source");
    }
}
