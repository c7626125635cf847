package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.counter.Counter;
import be.zeef.counter.Standing;
import be.zeef.grant.GrantDesk;
import be.zeef.ledger.Ledger;
import be.zeef.payment.intake.AllowanceIntake;
import be.zeef.payment.run.PaymentOffice;
import be.zeef.plan.Plans;
import be.zeef.question.QuestionDesk;
import be.zeef.question.QuestionPlan;
import be.zeef.recipient.SocialTariffs;
import be.zeef.recipient.payment.PainAnswers;
import be.zeef.recipient.payment.PainComposer;
import be.zeef.recipient.uitpas.UitpasTariffs;
import be.zeef.route.Routes;
import be.zeef.run.Progress;
import be.zeef.run.Runs;
import be.zeef.run.SyncReport;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.Causes;
import be.zeef.source.Exceptions;
import be.zeef.source.PersonSource;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.source.groeipakket.GroeipakketLanguage;
import be.zeef.source.kszsoap.KszCalls;
import be.zeef.source.magda.MagdaCalls;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;
import be.zeef.subject.Realm;
import be.zeef.sync.Gathering;
import be.zeef.sync.Sync;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The whole gateway, wired once: storage, keys, routes and adapters. */
public final class Gateway implements AutoCloseable {

    private final Bindings bindings;
    private final Settings settings;
    private final Keys keys;
    private final Clock clock;
    private final Storage storage;
    private final RouteBeans beans;
    private final Routes routes;
    private final AgreementAdmission admission;
    private final Exceptions exceptions;
    private final MagdaCalls magda;
    private final JdbcOcmwRegister ocmw;
    private final Advisers advisers;
    private final SocialTariffs tariffs;
    private final DeadProcesses dead;
    private final Runs runs;
    private final SyncWiring syncs;

    /**
     * @param clock what tells this gateway the time, in every part of it
     * @param used the agreements that it is made for: whether they may be used is seen before any partner's key is looked for
     * @throws be.zeef.validation.InvalidMessageException when one of them may not be used
     */
    public Gateway(Settings given, Clock clock, Agreement... used) {
        this.clock = clock;
        this.keys = Keys.in(given.keys(), given.profile() == Realm.SANDBOX);
        this.bindings = new Bindings(given, clock);
        this.admission = new AgreementAdmission(given, () -> keys, clock);
        this.settings = bindings.settings();
        this.storage = Storage.open(settings.database());
        admitOrClose(used);
        this.dead = new DeadProcesses(storage, clock);
        this.beans = new RouteBeans(settings);
        this.routes = Routes.start(settings, beans.named(keys, clock));
        this.exceptions = Exceptions.magda(mappings());
        this.magda = freshMagda();
        this.tariffs = new UitpasTariffs(routes, settings, clock);
        this.ocmw = new JdbcOcmwRegister(settings.ocmw(), settings.profile());
        this.advisers = new Advisers(
                settings,
                keys,
                storage,
                new Advisers.Asked(
                        magda, new KszCalls(routes, settings, clock), ocmw, new RemoteAdvice(routes, settings)),
                clock);
        this.runs = new Runs(storage.jdbi(), new Ledger(storage.jdbi(), clock), keys, clock);
        this.syncs = new SyncWiring(
                settings,
                keys,
                clock,
                routes,
                beans,
                new SyncWiring.Sources(magda, ocmw, exceptions, Causes.read(mappings()), advisers),
                tariffs);
    }

    /**
     * The KSZ itself, one person a call, for people who are inscribed under this agreement.
     *
     * @throws be.zeef.security.KeyException when there is no key for it
     */
    public PersonSource ksz(String agreement) {
        return advisers.ksz(agreement);
    }

    public MagdaCalls magda() {
        return magda;
    }

    /** The same without a past: full pace, every circuit closed. */
    public MagdaCalls freshMagda() {
        return new MagdaCalls(routes, settings, exceptions, clock);
    }

    public Storage storage() {
        return storage;
    }

    /** One sync over this population file. */
    public SyncReport sync(Agreement agreement, Path population, LocalDate on, boolean resume, Progress progress)
            throws IOException {
        return sync(agreement, gathering(agreement, on, Optional.of(population)), on, resume, progress);
    }

    /** One sync, from the population to the receipts. */
    public SyncReport sync(Agreement agreement, Gathering gathering, LocalDate on, boolean resume, Progress progress)
            throws IOException {
        admit(agreement);
        dead.close();
        if (!agreement.measures().isEmpty()) {
            ocmw.requireDriver();
        }
        return new Sync(runs, syncs.handover(agreement), Plans.of(agreement, on), progress).run(gathering, on, resume);
    }

    /** The day that a run is of: what is asked, granted and delivered follows from it. */
    public LocalDate day(Agreement agreement, Optional<LocalDate> asked, boolean resume) {
        return runs.day(agreement.id(), asked, resume);
    }

    /** Where social tariffs are granted under this agreement, for a day. */
    public GrantDesk grantDesk(Agreement agreement, LocalDate on) {
        return new GrantDesk(
                Plans.granting(agreement, on),
                desk(agreement, on),
                tariffs,
                storage.jdbi(),
                keys,
                new Ledger(storage.jdbi(), clock));
    }

    /** Where the subjects of a sync come from; {@code population} instead of the file that the settings name. */
    public Gathering gathering(Agreement agreement, LocalDate on, Optional<Path> population) {
        return new Gatherings(settings, keys, storage, advisers, syncs)
                .of(agreement, Plans.of(agreement, on), on, population);
    }

    /** What pays under this agreement: its run, and the desks where files are released and names seen. */
    public PaymentOffice payments(Agreement agreement) {
        admit(agreement);
        return new PaymentOffice(
                agreement,
                settings,
                keys,
                PinnedReleasers.of(settings, admission.people(), agreement.id()),
                storage.jdbi(),
                clock,
                advisers.rule(agreement),
                new AllowanceIntake.Vutg(
                        new GroeipakketLanguage(mappings(), keys, settings.profile(), clock),
                        beans.allowances().in(routes)),
                new PaymentOffice.Bank(
                        new PainComposer(mappings()),
                        new PainAnswers(mappings()),
                        beans.bank().in(routes)));
    }

    /** Where questions about one person are asked under this agreement, for a day. */
    public QuestionDesk desk(Agreement agreement, LocalDate on) {
        QuestionPlan plan = Plans.question(agreement, on);
        admit(agreement);
        return new QuestionDesk(
                plan,
                advisers.forCounter(agreement),
                new Ledger(storage.jdbi(), clock),
                person -> advisers.pseudonym(agreement, person));
    }

    /**
     * Starts the counter's API; its owner closes it before this.
     *
     * @param health what is to be said of the keys that these settings name whenever somebody asks how the service is
     */
    public Counter counter(BiFunction<Settings, Clock, Report> health) {
        admission.requireTrust(storage);
        return Counter.start(new Counter.Needs(
                settings,
                keys,
                routes,
                storage.jdbi(),
                bindings.agreements().ids(),
                (agreement, on) -> desk(bindings.agreements().load(agreement), on),
                (agreement, on) -> grantDesk(bindings.agreements().load(agreement), on),
                new Standing(bindings::requireUnchanged, bindings::changed),
                () -> health.apply(settings, clock),
                clock));
    }

    private void admitOrClose(Agreement... used) {
        try {
            admission.requireTrust(storage);
            List.of(used).forEach(this::admit);
        } catch (RuntimeException e) {
            storage.close();
            bindings.close();
            throw e;
        }
    }

    /** @throws be.zeef.validation.InvalidMessageException when the agreement may not be used */
    private void admit(Agreement agreement) {
        bindings.requireSame(agreement);
        admission.require(agreement, storage);
        bindings.requireUnchanged(agreement.id());
        SecretMarks.require(storage, "vault", keys.vault());
        SecretMarks.require(storage, "pseudonym-" + agreement.id(), keys.pseudonym(agreement.id()));
    }

    private Path mappings() {
        return settings.home().resolve("mappings");
    }

    @Override
    public void close() {
        // each is closed, the last made first, also when one before it fails
        try (bindings;
                storage;
                routes;
                ocmw;
                advisers) {
            // nothing else
        }
    }
}
