package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Rule;
import be.zeef.source.AdviceSource;
import be.zeef.source.advice.CaseAdvice;
import be.zeef.source.advice.LocalAdvice;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.source.magda.MagdaCalls;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import be.zeef.sync.InscribedPeople;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Who advises under each agreement, wired once. Closing it waits for what is still being asked. */
final class Advisers implements AutoCloseable {

    private final Settings settings;
    private final Keys keys;
    private final Storage storage;
    private final MagdaCalls magda;
    private final RemoteAdvice remote;
    private final Clock clock;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<Agreement.RuleUsed, Rule> rules = new ConcurrentHashMap<>();

    Advisers(Settings settings, Keys keys, Storage storage, MagdaCalls magda, RemoteAdvice remote, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.storage = storage;
        this.magda = magda;
        this.remote = remote;
        this.clock = clock;
    }

    /** For a counter: its answer must not tell by its time what it is made of. */
    AdviceSource forCounter(Agreement agreement) {
        return of(agreement, settings.magda().questionWithin(), LocalAdvice.Waiting.FOR_ALL);
    }

    /** For a sync: as soon as it is certain, and with patience for the sources' pace. */
    AdviceSource forSync(Agreement agreement) {
        return of(agreement, settings.magda().adviceWithin(), LocalAdvice.Waiting.FOR_ENOUGH);
    }

    private AdviceSource of(Agreement agreement, Duration within, LocalAdvice.Waiting waiting) {
        if (agreement.advice().remote()) {
            return new CaseAdvice(remote, agreement.advice().caseId(), within);
        }
        return new LocalAdvice(
                AdvicePlans.of(agreement),
                rule(agreement),
                new LocalAdvice.Sources(
                        new MagdaQuestions(magda, settings, agreement.id(), inscribed(agreement)),
                        new JdbcOcmwRegister(settings.ocmw(), settings.profile()),
                        workers),
                within,
                waiting);
    }

    /** The agreement's rule; its file is read once. */
    Rule rule(Agreement agreement) {
        return rules.computeIfAbsent(
                agreement.rule(),
                used -> DmnRule.load(settings.home().resolve("mappings").resolve(used.file()), used.decision()));
    }

    /** What stands for a person in our tables under this agreement. */
    String pseudonym(Agreement agreement, Insz person) {
        return HexFormat.of().formatHex(pseudonyms(agreement).atRest(person.value()));
    }

    private Pseudonyms pseudonyms(Agreement agreement) {
        return new Pseudonyms(keys.pseudonym(agreement.id()), agreement.id());
    }

    private InscribedPeople inscribed(Agreement agreement) {
        return new InscribedPeople(
                storage.jdbi(),
                clock,
                agreement.id(),
                () -> pseudonyms(agreement),
                () -> new Vault(keys.vault(), agreement.id()));
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
