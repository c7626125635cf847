package be.zeef.source.magda;

import be.zeef.route.Routes;
import be.zeef.settings.Settings;
import be.zeef.source.CallJournal;
import be.zeef.source.Exceptions;
import be.zeef.source.Meaning;
import io.github.resilience4j.core.IntervalFunction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ProducerTemplate;
import org.w3c.dom.Document;

/**
 * Calls of MAGDA's services: each attempt under its own Referte and in the ledger, at MAGDA's pace, and again while what
 * went wrong is something that passes. One per process, since the pace is shared. Thread-safe.
 */
public final class MagdaCalls {

    /** Our own words for failures that may pass; a wrong certificate or an answer against its schema does not. */
    private static final Set<String> MAY_PASS =
            Set.of("TIMEOUT", "NO_CONNECTION", "CUT_OFF", "FAULT", "CORRELATION", "CLOSED");

    private static final Set<String> DEAD = Set.of("TIMEOUT", "NO_CONNECTION", "CUT_OFF", "TLS");
    private static final IntervalFunction BACK_OFF = IntervalFunction.ofExponentialRandomBackoff(250, 2.0, 0.5, 8000);

    private final Settings.Magda settings;
    private final Exceptions catalogue;
    private final Clock clock;
    private final ProducerTemplate producer;
    private final Path mappings;
    private final Map<String, MagdaService> services = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    public MagdaCalls(Routes routes, Settings settings, Exceptions catalogue, Clock clock) {
        this.settings = settings.magda();
        this.catalogue = catalogue;
        this.clock = clock;
        this.producer = routes.producer();
        this.mappings = settings.home().resolve("mappings");
    }

    /** The service of this folder; read once. */
    MagdaService service(String name) {
        return services.computeIfAbsent(name, each -> MagdaService.read(mappings, each));
    }

    Exceptions catalogue() {
        return catalogue;
    }

    /**
     * Calls until there is an answer that stands, or the attempts or the time are used up.
     *
     * @param within how long all of it may take
     */
    MagdaExchange.Reply call(
            MagdaService service,
            Settings.Sender sender,
            Map<String, List<String>> values,
            Duration within,
            CallJournal journal) {
        long until = System.nanoTime() + within.toNanos();
        MagdaExchange.Reply reply = MagdaExchange.Reply.failed("NOT_TRIED");
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            if (attempt > 1 && !pause(attempt - 1, until)) {
                return reply;
            }
            MagdaExchange.Reply latest = attempt(service, sender, values, until, journal);
            if (latest.code().equals("TOO_LATE") && attempt > 1) {
                return reply;
            }
            reply = latest;
            if (!mayPass(reply)) {
                return reply;
            }
        }
        return reply;
    }

    /** What a reply means: by the first of its codes that means anything beside an answer, or our own word. */
    Meaning meaning(MagdaExchange.Reply reply) {
        return reply.answer()
                .map(answer -> answer.exceptions().stream()
                        .map(each -> catalogue.of(each.code(), each.level()))
                        .filter(meaning -> meaning != Meaning.NOTE)
                        .findFirst()
                        .orElse(Meaning.NOTE))
                .orElse(MAY_PASS.contains(reply.code()) ? Meaning.RETRY : Meaning.UNKNOWN);
    }

    private boolean mayPass(MagdaExchange.Reply reply) {
        return meaning(reply).passes();
    }

    private MagdaExchange.Reply attempt(
            MagdaService service,
            Settings.Sender sender,
            Map<String, List<String>> values,
            long until,
            CallJournal journal) {
        Lane lane = lanes.computeIfAbsent(
                sender.uri() + " " + service.name(),
                name -> new Lane(name, settings.perSecond(), settings.atOnce(), settings.closedFor()));
        try {
            switch (lane.enter(until)) {
                case CLOSED:
                    return MagdaExchange.Reply.failed("CLOSED");
                case TOO_LATE:
                    return MagdaExchange.Reply.failed("TOO_LATE");
                default:
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a turn at MAGDA", e);
        }
        long began = System.nanoTime();
        Lane.Exit exit = Lane.Exit.GOOD;
        try {
            MagdaExchange.Reply reply = exchange(service, sender, values, until, journal);
            if (meaning(reply) == Meaning.SLOW_DOWN) {
                exit = Lane.Exit.TOO_FAST;
            } else if (DEAD.contains(reply.code())) {
                exit = Lane.Exit.DEAD;
            }
            return reply;
        } finally {
            lane.leave(exit, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private MagdaExchange.Reply exchange(
            MagdaService service,
            Settings.Sender sender,
            Map<String, List<String>> values,
            long until,
            CallJournal journal) {
        String referte = UUID.randomUUID().toString();
        Document request = service.request(sender, referte, clock.instant().atZone(ZoneOffset.UTC), values);
        long call = journal.starting(service.name(), referte);
        Duration left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
        MagdaExchange.Reply reply =
                new MagdaExchange(producer, settings, service.schema()).call(service.name(), referte, request, left);
        journal.ended(call, reply.code());
        return reply;
    }

    /** False when there is no time left for another attempt. */
    private static boolean pause(int failures, long until) {
        long pause = Duration.ofMillis(BACK_OFF.apply(failures)).toNanos();
        if (System.nanoTime() + pause - until >= 0) {
            return false;
        }
        try {
            Thread.sleep(Duration.ofNanos(pause).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while backing off", e);
        }
    }
}
