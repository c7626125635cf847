package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.inscription.InscribedPeople;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Rule;
import be.zeef.source.AdviceSource;
import be.zeef.source.Causes;
import be.zeef.source.PersonSource;
import be.zeef.source.advice.AskedOnce;
import be.zeef.source.advice.CaseAdvice;
import be.zeef.source.advice.LocalAdvice;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.source.kszsoap.KszCalls;
import be.zeef.source.kszsoap.KszQuestions;
import be.zeef.source.magda.MagdaCalls;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.storage.Storage;
import be.zeef.subject.PeopleAtRest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Who advises under each agreement, wired once. Closing it waits for what is still being partners. */
final class Advisers implements AutoCloseable {

    private final Settings settings;
    private final Keys keys;
    private final Storage storage;
    private final MagdaCalls magda;
    private final RemoteAdvice remote;
    private final KszCalls ksz;
    private final JdbcOcmwRegister ocmw;
    private final Clock clock;
    private final Causes causes;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<Benefit.RuleUsed, Rule> rules = new ConcurrentHashMap<>();

    Advisers(Settings settings, Keys keys, Storage storage, Partners partners, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.storage = storage;
        this.magda = partners.magda();
        this.ksz = partners.ksz();
        this.ocmw = partners.ocmw();
        this.remote = partners.advice();
        this.clock = clock;
        this.causes = Causes.read(settings.home().resolve("mappings"));
    }

    /** For a counter: its answer must not tell by its time what it is made of. */
    AdviceSource forCounter(Agreement agreement) {
        return of(agreement, settings.magda().questionWithin(), LocalAdvice.Waiting.FOR_ALL, source -> source);
    }

    /** For one sync: as soon as it is certain, with patience for the sources' pace, and the same question once. */
    AdviceSource forSync(Agreement agreement) {
        return of(
                agreement,
                settings.magda().adviceWithin(),
                LocalAdvice.Waiting.FOR_ENOUGH,
                source -> new AskedOnce(source, causes));
    }

    private AdviceSource of(
            Agreement agreement, Duration within, LocalAdvice.Waiting waiting, UnaryOperator<PersonSource> asked) {
        if (agreement.advice().remote()) {
            return new CaseAdvice(remote, agreement.advice().caseId(), within);
        }
        if (!agreement.measures().isEmpty()) {
            ocmw.requireDriver();
        }
        return new LocalAdvice(
                AdvicePlans.of(agreement),
                rule(agreement),
                new LocalAdvice.Sources(asked.apply(persons(agreement)), ocmw, workers, causes),
                within,
                waiting);
    }

    /** The KSZ where the agreement's list is asked of it about one person, MAGDA for every service. */
    private PersonSource persons(Agreement agreement) {
        PersonSource services = new MagdaQuestions(magda, settings, agreement.id(), inscribed(agreement.id()));
        if (!agreement.list().isOnline()) {
            return services;
        }
        PersonSource statuses = ksz(agreement.id());
        return (question, journal) ->
                (question.service().equals(KszQuestions.SOCIAL_RIGHTS) ? statuses : services).ask(question, journal);
    }

    /**
     * The KSZ itself, one person a call.
     *
     * @throws be.zeef.security.KeyException when there is no key for it
     */
    PersonSource ksz(String agreement) {
        keys.identity(Keys.KSZ);
        return new KszQuestions(ksz, new MagdaInscriptions(magda, settings, agreement), inscribed(agreement));
    }

    /** The agreement's rule; its file is read once. */
    Rule rule(Agreement agreement) {
        return rules.computeIfAbsent(
                agreement.rule(),
                used -> DmnRule.load(settings.home().resolve("mappings").resolve(used.file()), used.decision()));
    }

    private InscribedPeople inscribed(String agreement) {
        return new InscribedPeople(storage.jdbi(), clock, new PeopleAtRest(keys, agreement));
    }

    /** A source that is still answering gets its outcome into the ledger, though its question has been answered. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            workers.awaitTermination(settings.magda().questionWithin().toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
