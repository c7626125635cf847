package be.zeef.source.magda;

import be.zeef.route.Routes;
import be.zeef.route.SoapCall;
import be.zeef.settings.Settings;
import be.zeef.source.Attempts;
import be.zeef.source.CallJournal;
import be.zeef.source.Exceptions;
import be.zeef.source.Meaning;
import be.zeef.source.Pace;
import be.zeef.subject.Today;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.w3c.dom.Document;

/** Calls of MAGDA's services, at MAGDA's pace. One per process, since the pace is shared. Thread-safe. */
public final class MagdaCalls {

    private final Settings.Magda settings;
    private final Exceptions catalogue;
    private final Clock clock;
    private final SoapCall soap;
    private final Path mappings;
    private final Map<String, MagdaService> services = new ConcurrentHashMap<>();
    private final Attempts attempts;

    public MagdaCalls(Routes routes, Settings settings, Exceptions catalogue, Clock clock) {
        this.settings = settings.magda();
        this.catalogue = catalogue;
        this.clock = clock;
        this.soap = new SoapCall(routes.producer(), "direct:magda");
        this.mappings = settings.home().resolve("mappings");
        this.attempts = new Attempts(new Pace(
                this.settings.perSecond(),
                this.settings.atOnce(),
                this.settings.closedFor(),
                this.settings.attempts()));
    }

    /** The service of this folder; read once. */
    MagdaService service(String name) {
        return services.computeIfAbsent(name, each -> MagdaService.read(mappings, each));
    }

    Exceptions catalogue() {
        return catalogue;
    }

    /**
     * Calls as often as it takes ({@link Attempts}).
     *
     * @param within how long all of it may take
     */
    MagdaExchange.Reply call(
            MagdaService service,
            Settings.Sender sender,
            Map<String, List<String>> values,
            Duration within,
            CallJournal journal) {
        return attempts.call(sender.uri(), service.name(), new OneCall(service, sender, values), within, journal);
    }

    /** What a reply means ({@link MagdaReading#meaning}). */
    Meaning meaning(MagdaExchange.Reply reply) {
        return MagdaReading.meaning(reply, catalogue);
    }

    /** Reads what this service answers. */
    MagdaReading reading(MagdaService service) {
        return new MagdaReading(service, catalogue);
    }

    /** One question, to be asked as often as it takes. */
    private final class OneCall implements Attempts.Call<MagdaExchange.Reply> {
        private final MagdaService service;
        private final Settings.Sender sender;
        private final Map<String, List<String>> values;
        private final MagdaExchange exchange;

        OneCall(MagdaService service, Settings.Sender sender, Map<String, List<String>> values) {
            this.service = service;
            this.sender = sender;
            this.values = values;
            this.exchange = new MagdaExchange(soap, settings, reading(service));
        }

        @Override
        public Function<Duration, MagdaExchange.Reply> prepare(String referte) {
            Document request = service.request(sender, referte, clock.instant().atZone(Today.ZONE), values);
            return within -> exchange.call(service.name(), referte, request, within);
        }

        @Override
        public MagdaExchange.Reply failed(String code) {
            return MagdaExchange.Reply.failed(code);
        }

        @Override
        public String code(MagdaExchange.Reply reply) {
            return reply.code();
        }

        @Override
        public Meaning meaning(MagdaExchange.Reply reply) {
            return MagdaCalls.this.meaning(reply);
        }

        @Override
        public Duration rest(MagdaExchange.Reply reply) {
            return reply.rest();
        }
    }
}
