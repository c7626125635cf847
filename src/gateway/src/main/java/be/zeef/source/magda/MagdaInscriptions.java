package be.zeef.source.magda;

import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.CallJournal;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.subject.Insz;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Inscribes one person over signed SOAP, and asks again while the failure is one that passes. Thread-safe. */
public final class MagdaInscriptions implements InscriptionService {

    /** The name under which the routes find the endpoint. */
    public static final String ENDPOINT = "magda";

    /** All attempts of one inscription; a sync has the patience. */
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final MagdaCalls calls;
    private final Settings.Magda settings;
    private final Settings.Sender sender;
    private final InscriptionOutcome.Reading results;

    public MagdaInscriptions(MagdaCalls calls, Settings settings, String agreement) {
        this.calls = calls;
        this.settings = settings.magda();
        this.sender = settings.magda().senderOf(agreement);
        this.results = new InscriptionOutcome.Reading(calls.catalogue());
    }

    /**
     * The endpoint to bind as {@value #ENDPOINT} before the routes are loaded.
     *
     * @param clock that the age of answers is measured by
     */
    public static Object bean(Settings settings, Keys keys, Clock clock) {
        return MagdaEndpoint.make(settings, keys, clock);
    }

    @Override
    public InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
        return inscribe(kind, person, begin, WITHIN, journal);
    }

    @Override
    public InscriptionOutcome inscribe(
            Inscription kind, Insz person, LocalDate begin, Duration within, CallJournal journal) {
        String service = kind == Inscription.REGISTER
                ? settings.inscription().inscribe()
                : settings.inscription().end();
        Map<String, List<String>> values = Map.of("insz", List.of(person.digits()), "begin", List.of(begin.toString()));
        MagdaExchange.Reply reply = calls.call(calls.service(service), sender, values, within, journal);
        return reply.answer()
                .map(answer -> replaced(outcome(kind, answer), reply.replacedBy(person)))
                .orElseGet(() -> new InscriptionOutcome.Failed(reply.code()));
    }

    private static InscriptionOutcome replaced(InscriptionOutcome outcome, Optional<Insz> fresh) {
        return outcome instanceof InscriptionOutcome.Refused refused
                ? new InscriptionOutcome.Refused(refused.code(), fresh)
                : outcome;
    }

    /** Ending an inscription that does not stand is done already. */
    private InscriptionOutcome outcome(Inscription kind, MagdaAnswer answer) {
        if (kind == Inscription.DEREGISTER && answer.codes().contains("40003")) {
            return new InscriptionOutcome.Done(true);
        }
        Map<Boolean, List<String>> codes = answer.exceptions().stream()
                .collect(Collectors.partitioningBy(
                        exception -> results.counts(exception.code(), exception.type()),
                        Collectors.mapping(MagdaAnswer.Coded::code, Collectors.toList())));
        return results.of(answer.result(), codes.get(true), codes.get(false));
    }
}
