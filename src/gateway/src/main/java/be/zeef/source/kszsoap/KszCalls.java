package be.zeef.source.kszsoap;

import be.zeef.route.PartnerKeys;
import be.zeef.route.Routes;
import be.zeef.route.SoapCall;
import be.zeef.route.SoapEndpoint;
import be.zeef.route.SoapEndpoint.UserPassword;
import be.zeef.security.Keys;
import be.zeef.security.signing.OpenQuestion;
import be.zeef.security.signing.SigningProfile;
import be.zeef.settings.KszSoapSettings;
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
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Calls of KSZ's services, at the pace of the settings. One per process, since the pace is shared. Thread-safe. */
public final class KszCalls {

    /** The name under which the route finds the endpoint. */
    public static final String ENDPOINT = "ksz";

    private final KszSoapSettings settings;
    private final Clock clock;
    private final Path mappings;
    private final Exceptions catalogue;
    private final SoapCall soap;
    private final Attempts attempts;
    private final Map<String, KszService> services = new ConcurrentHashMap<>();

    public KszCalls(Routes routes, Settings settings, Clock clock) {
        this.settings = settings.kszSoap();
        this.clock = clock;
        this.mappings = settings.home().resolve("mappings");
        this.catalogue = Exceptions.read(mappings.resolve("sources/ksz-soap/statuses.yaml"));
        this.soap = new SoapCall(routes.producer(), "direct:ksz-soap");
        this.attempts = new Attempts(new Pace(
                this.settings.perSecond(),
                this.settings.atOnce(),
                this.settings.closedFor(),
                this.settings.attempts()));
    }

    /**
     * The endpoint to bind as {@value #ENDPOINT} before the routes are loaded. Who has no key for the KSZ does not ask it: then
     * the route has an endpoint that nothing is ever sent to.
     */
    public static Object bean(Settings settings, Keys keys, Clock clock) {
        KszSoapSettings ksz = settings.kszSoap();
        if (!keys.has(Keys.KSZ)) {
            CxfEndpoint unused = new CxfEndpoint();
            unused.setAddress(ksz.url());
            unused.setDataFormat(DataFormat.PAYLOAD);
            return unused;
        }
        return new SoapEndpoint(
                        ksz.url(),
                        PartnerKeys.tls(keys, Keys.KSZ, "ksz"),
                        SigningProfile.named(settings.home(), ksz.signing()),
                        Optional.empty(),
                        Keys.KSZ,
                        ksz.user().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new UserPassword(ksz.user(), ksz.password())),
                        ksz.connectTimeout(),
                        ksz.receiveTimeout())
                .make(keys, clock);
    }

    /** The service of this folder; read once. */
    KszService service(String name) {
        return services.computeIfAbsent(name, each -> KszService.read(mappings, each));
    }

    /** Reads what this service answers. */
    KszReading reading(KszService service) {
        return new KszReading(service, catalogue);
    }

    /** Calls as often as it takes ({@link Attempts}). */
    KszReply call(KszService service, Map<String, List<String>> values, Duration within, CallJournal journal) {
        return attempts.call(settings.cbeNumber(), service.name(), new OneCall(service, values), within, journal);
    }

    /** The ticket that an answer or a fault repeats. */
    private static Optional<String> ticket(Element root) {
        return Optional.of(
                root.getLocalName().equals("Fault")
                        ? KszFault.read(KszAnswer.child(root, "detail")).ticket()
                        : KszAnswer.read(root).ticket());
    }

    /** One question, to be asked as often as it takes. */
    private final class OneCall implements Attempts.Call<KszReply> {
        private final KszService service;
        private final Map<String, List<String>> values;

        OneCall(KszService service, Map<String, List<String>> values) {
            this.service = service;
            this.values = values;
        }

        @Override
        public Function<Duration, KszReply> prepare(String ticket) {
            Map<String, List<String>> places = new HashMap<>(values);
            places.put("referte", List.of(ticket));
            places.put(
                    "tijdstip",
                    List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(Today.ZONE))));
            places.put("ondernemingsnummer", List.of(settings.cbeNumber()));
            places.put("context", List.of(settings.legalContext()));
            Document request = service.template().filled(places);
            return within -> reply(
                    soap.send(
                            request,
                            Optional.empty(),
                            service.description().soapAction(),
                            within.compareTo(settings.receiveTimeout()) < 0 ? within : settings.receiveTimeout(),
                            new OpenQuestion(ticket, KszCalls::ticket)),
                    ticket);
        }

        private KszReply reply(SoapCall.Result result, String ticket) {
            if (result instanceof SoapCall.Result.Answered answered) {
                return reading(service).reply(answered.root(), ticket);
            }
            if (result instanceof SoapCall.Result.Faulted faulted) {
                KszFault fault = KszFault.read(faulted.detail());
                boolean another = !fault.ticket().isEmpty() && !fault.ticket().equals(ticket);
                return another ? KszReply.failed("CORRELATION") : KszReply.of(fault, catalogue);
            }
            return result instanceof SoapCall.Result.Throttled throttled
                    ? KszReply.throttled(throttled.rest())
                    : KszReply.failed(((SoapCall.Result.Failed) result).code());
        }

        @Override
        public KszReply failed(String code) {
            return KszReply.failed(code);
        }

        @Override
        public String code(KszReply reply) {
            return reply.code();
        }

        @Override
        public Meaning meaning(KszReply reply) {
            return reply.meaning();
        }

        @Override
        public Duration rest(KszReply reply) {
            return reply.rest();
        }
    }
}
