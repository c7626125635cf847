package be.zeef.source.magda;

import be.zeef.route.Routes;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.CallJournal;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionResult;
import be.zeef.source.InscriptionService;
import be.zeef.subject.Insz;
import io.github.resilience4j.core.IntervalFunction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.w3c.dom.Document;

/** Inscribes one person over signed SOAP, and asks again while the failure is one that passes. Thread-safe. */
public final class MagdaInscriptions implements InscriptionService {

    /** The name under which the routes find the endpoint. */
    public static final String ENDPOINT = "magdaRepertory";

    private static final Set<String> TOO_FAST = Set.of("99995", "99996");
    /** Our own words for failures that may pass; a wrong certificate or an answer against its schema does not. */
    private static final Set<String> MAY_PASS = Set.of("TIMEOUT", "NO_CONNECTION", "CUT_OFF", "FAULT", "CORRELATION");

    private static final IntervalFunction BACK_OFF = IntervalFunction.ofExponentialRandomBackoff(250, 2.0, 0.5, 8000);

    private final Settings.Magda settings;
    private final Clock clock;
    private final MagdaPace pace;
    private final ProducerTemplate producer;
    private final Map<Inscription, InscriptionRequest> requests = new EnumMap<>(Inscription.class);

    public MagdaInscriptions(Routes routes, Settings settings, Clock clock) {
        this.settings = settings.magda();
        this.clock = clock;
        this.pace = new MagdaPace(settings.magda().perSecond());
        this.producer = routes.producer();
        Path mappings = settings.home().resolve("mappings");
        for (Inscription kind : Inscription.values()) {
            requests.put(
                    kind,
                    new InscriptionRequest(mappings, kind, settings.magda().sender()));
        }
    }

    /** The endpoint to bind as {@value #ENDPOINT} before the routes are loaded. */
    public static Object bean(Settings settings, Keys keys) {
        return MagdaEndpoint.make(settings, keys);
    }

    @Override
    public InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
        InscriptionOutcome outcome = new InscriptionOutcome.Failed("NOT_TRIED");
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            if (attempt > 1) {
                backOff(attempt - 1);
            }
            pace.await();
            outcome = attempt(kind, person, begin, journal);
            if (outcome instanceof InscriptionOutcome.Done) {
                pace.good();
            }
            if (!mayPass(outcome)) {
                return outcome;
            }
        }
        return outcome;
    }

    private static boolean mayPass(InscriptionOutcome outcome) {
        return outcome instanceof InscriptionOutcome.Failed failed
                && (MAY_PASS.contains(failed.code()) || InscriptionResult.isTransient(failed.code()));
    }

    private InscriptionOutcome attempt(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
        String service = InscriptionRequest.service(kind);
        String referte = UUID.randomUUID().toString();
        InscriptionRequest request = requests.get(kind);
        Document question = request.fill(referte, person, begin, clock.instant().atZone(ZoneOffset.UTC));
        long call = journal.starting(service, referte);
        MagdaExchange.Reply reply =
                new MagdaExchange(producer, settings, request.schema()).call(service, referte, question);
        journal.ended(call, reply.code());
        if (TOO_FAST.contains(reply.code())) {
            pace.tooFast();
        }
        return reply.answer().map(answer -> outcome(kind, answer)).orElse(new InscriptionOutcome.Failed(reply.code()));
    }

    /** Ending an inscription that does not stand is done already. */
    private static InscriptionOutcome outcome(Inscription kind, MagdaAnswer answer) {
        if (kind == Inscription.DEREGISTER && answer.codes().contains("40003")) {
            return new InscriptionOutcome.Done(true);
        }
        Map<Boolean, List<String>> codes = answer.exceptions().stream()
                .collect(Collectors.partitioningBy(
                        exception -> InscriptionResult.counts(exception.code(), exception.type()),
                        Collectors.mapping(MagdaAnswer.Coded::code, Collectors.toList())));
        return InscriptionResult.of(answer.result(), codes.get(true), codes.get(false));
    }

    private static void backOff(int failures) {
        try {
            Thread.sleep(BACK_OFF.apply(failures));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while backing off", e);
        }
    }
}
