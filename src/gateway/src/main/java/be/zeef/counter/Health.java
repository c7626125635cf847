package be.zeef.counter;

import be.zeef.ledger.Ledger;
import be.zeef.storage.SecretMarks;
import be.zeef.validation.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ServiceStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Whether the gateway lives (it answers) and is ready for questions: the database answers, the ledger has its head, every
 * route that is not started only when it is needed is started, no key has expired; and whether what agreements decide with
 * was edited since it was read, which stops those in production and not the others. It tells states and nothing else, so
 * anybody may ask; what it tells may be half a second old.
 */
final class Health implements Processor {

    /** Keys run out by the day; reading them costs a deliberate tenth of a second each. */
    private static final Duration KEYS_KEPT = Duration.ofHours(1);

    /** How long an answer is told again: it costs two looks into the database. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final Supplier<Report> keys;
    private final UnchangedAgreements standing;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Told told;
    private Report lastKeys;
    private Instant keysRead = Instant.EPOCH;

    /** @param keys reads all keys and says what is wrong with them */
    Health(Jdbi jdbi, Supplier<Report> keys, UnchangedAgreements standing, Clock clock) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws JsonProcessingException {
        Told now = told;
        if (now == null || now.isOld()) {
            now = looked(exchange);
        }
        Responses.put(
                exchange,
                now.ready() ? 200 : 503,
                Map.of("Content-Type", "application/json"),
                now.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Anybody may ask, so one at a time looks; the others are told what was seen last. */
    private Told looked(Exchange exchange) throws JsonProcessingException {
        Told last = told;
        if (last != null && !looking.tryLock()) {
            return last;
        }
        if (last == null) {
            looking.lock();
        }
        try {
            told = told == null || told.isOld() ? look(exchange) : told;
            return told;
        } finally {
            looking.unlock();
        }
    }

    private Told look(Exchange exchange) throws JsonProcessingException {
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("database", state(answers(SecretMarks::count)));
        checks.put("ledger", state(answers(Ledger::length)));
        checks.put("routes", state(started(exchange)));
        checks.put("agreements", standing.changed().getAsBoolean() ? "changed" : "up");
        checks.put("keys", keys());
        boolean ready = checks.values().stream().noneMatch("down"::equals);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("live", true);
        body.put("ready", ready);
        body.put("checks", checks);
        return new Told(ready, JSON.writeValueAsString(body), System.nanoTime());
    }

    /** An answer, and when it was found. */
    private record Told(boolean ready, String body, long at) {
        boolean isOld() {
            return System.nanoTime() - at > FRESH.toNanos();
        }
    }

    private static String state(boolean up) {
        return up ? "up" : "down";
    }

    private boolean answers(ToLongFunction<Handle> look) {
        try {
            jdbi.useHandle(handle -> {
                handle.getConfig(SqlStatements.class).setQueryTimeout(2);
                look.applyAsLong(handle);
            });
            return true;
        } catch (JdbiException | IllegalStateException e) {
            return false;
        }
    }

    private static boolean started(Exchange exchange) {
        return exchange.getContext().getRoutes().stream()
                .filter(route -> !Boolean.FALSE.equals(route.isAutoStartup()))
                .allMatch(route -> exchange.getContext().getRouteController().getRouteStatus(route.getRouteId())
                        == ServiceStatus.Started);
    }

    /** {@code expiring} is a warning, not a reason to take no questions. */
    private String keys() {
        Instant now = clock.instant();
        if (keysRead.plus(KEYS_KEPT).isBefore(now)) {
            lastKeys = keys.get();
            keysRead = now;
        }
        if (!lastKeys.acceptable()) {
            return "down";
        }
        return lastKeys.findings().isEmpty() ? "up" : "expiring";
    }
}
