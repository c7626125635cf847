package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.app.schedule.ScheduledAgreements;
import be.zeef.app.schedule.ScheduledRuns;
import be.zeef.counter.Counter;
import be.zeef.counter.UnchangedAgreements;
import be.zeef.ledger.Ledger;
import be.zeef.objection.KnownObjectors;
import be.zeef.payment.run.PaymentOffice;
import be.zeef.retention.RetentionJob;
import be.zeef.run.Runs;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.schedule.Scheduled;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.standing.HaltedVersions;
import be.zeef.standing.Standings;
import be.zeef.storage.Storage;
import be.zeef.subject.DayRule;
import be.zeef.subject.Realm;
import be.zeef.validation.Report;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The whole gateway, wired once, and open until it is closed. Who uses it asks for the office they need and hands on that, never
 * this.
 */
public final class Gateway implements AutoCloseable {

    private final Settings settings;
    private final Keys keys;
    private final Clock clock;
    private final Bindings bindings;
    private final Storage storage;
    private final AdmittedAgreements admission;
    private final Partners partners;
    private final Advisers advisers;
    private final SyncOffice syncs;
    private final Desks desks;
    private final PaymentOffices payments;
    private final SealAtEnd seal;
    private final ScheduledAgreements scheduled;

    /**
     * @param clock what tells this gateway the time, in every part of it
     * @param used the agreements that it is made for: whether they may be used is seen before any partner's key is looked for
     * @throws be.zeef.validation.InvalidMessageException when one of them may not be used
     */
    public Gateway(Settings given, Clock clock, Agreement... used) {
        this.clock = clock;
        this.keys = Keys.in(given.keys(), given.profile() == Realm.SANDBOX);
        this.bindings = new Bindings(given, clock);
        AgreementAdmission approvals = new AgreementAdmission(given, () -> keys, clock);
        this.settings = bindings.settings();
        this.storage = Storage.open(settings.database(), clock);
        Ledger ledger = new Ledger(
                storage.jdbi(),
                clock,
                new HaltedVersions(
                        new Standings(PinnedOfficers.of(settings, approvals.people())),
                        agreement -> bindings.version(agreement)),
                new KnownObjectors(keys));
        this.admission = new AdmittedAgreements(bindings, approvals, storage, keys, ledger);
        admitOrClose(used);
        this.seal = LedgerSeals.atEnd(settings, keys, storage.jdbi(), clock);
        DeadProcesses dead = new DeadProcesses(storage, clock);
        this.partners = new Partners(settings, keys, clock);
        this.advisers = new Advisers(settings, keys, storage, partners, clock);
        SyncWiring steps = new SyncWiring(settings, keys, clock, partners, advisers);
        DayRule days = new DayRule(settings.profile(), clock);
        RetentionJob retention = new RetentionJob(storage.jdbi(), ledger, clock);
        this.syncs = new SyncOffice(
                days,
                admission,
                dead,
                new Runs(storage.jdbi(), ledger, keys, clock),
                steps,
                new Gatherings(settings, keys, storage, advisers, steps, days),
                partners.ocmw(),
                retention);
        this.desks =
                new Desks(settings, clock, days, admission, advisers, partners.tariffs(), storage.jdbi(), keys, ledger);
        this.payments = new PaymentOffices(
                settings, keys, clock, storage.jdbi(), ledger, approvals.people(), partners, advisers);
        this.scheduled = new ScheduledAgreements(
                settings,
                storage,
                clock,
                bindings.agreements(),
                new ScheduledRuns(
                        bindings.agreements()::load, admission::requireGoingOn, syncs, this::payments, this::seal),
                retention);
    }

    /** Where syncs are run. */
    public SyncOffice syncs() {
        return syncs;
    }

    /** Where one person is asked about. */
    public Desks desks() {
        return desks;
    }

    /**
     * What pays under this agreement. Of one that is halted the bank's answers may still be read and what is open be closed; the ledger
     * lets nothing else go on.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used
     */
    public PaymentOffice payments(Agreement agreement) {
        admission.requireApproved(agreement);
        return payments.of(agreement);
    }

    /**
     * Starts the counter's API; its owner closes it before this.
     *
     * @param health what is to be said of the keys that these settings name whenever somebody asks how the service is
     */
    public Counter counter(BiFunction<Settings, Clock, Report> health) {
        admission.requireTrust();
        return Counter.start(new Counter.Wiring(
                settings,
                keys,
                partners.routes(),
                storage.jdbi(),
                bindings.agreements().ids(),
                (agreement, on) -> desks.question(bindings.agreements().load(agreement), on),
                (agreement, on) -> desks.grant(bindings.agreements().load(agreement), on),
                (agreement, on) -> desks.claims(bindings.agreements().load(agreement), on),
                new UnchangedAgreements(bindings::requireUnchanged, bindings::changed),
                () -> health.apply(settings, clock),
                clock));
    }

    /**
     * Starts what agreements run by themselves, unless the settings say that this node runs nothing; its owner closes it before this, and before the
     * counter.
     */
    public Scheduled schedule() {
        admission.requireTrust();
        return settings.schedule().run() ? scheduled.startAll() : () -> {};
    }

    /** The same of one agreement, whatever the settings say: somebody waits for it. */
    public Scheduled schedule(Agreement agreement) {
        return scheduled.start(agreement);
    }

    /** Where people see what runs by itself, and ask for a run. */
    public ScheduleDesk scheduleDesk() {
        return scheduled.desk();
    }

    /** Seals what was written since the last checkpoint, while this is open. */
    public void seal() {
        seal.seal();
    }

    Storage storage() {
        return storage;
    }

    Partners partners() {
        return partners;
    }

    Advisers advisers() {
        return advisers;
    }

    private void admitOrClose(Agreement... used) {
        try {
            admission.requireTrust();
            List.of(used).forEach(admission::requireApproved);
        } catch (RuntimeException e) {
            storage.close();
            bindings.close();
            throw e;
        }
    }

    @Override
    public void close() {
        // each is closed, the last made first, also when one before it fails; what was written meanwhile is sealed when
        // all have written
        try (bindings;
                storage;
                seal;
                partners;
                advisers) {
            // nothing else
        }
    }
}
