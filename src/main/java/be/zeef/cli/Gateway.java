package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Approvals;
import be.zeef.ledger.Ledger;
import be.zeef.payment.PaymentTools;
import be.zeef.question.QuestionDesk;
import be.zeef.question.QuestionPlan;
import be.zeef.recipient.ivago.IvagoPacker;
import be.zeef.recipient.ivago.IvagoReceipts;
import be.zeef.recipient.payment.PainAnswers;
import be.zeef.recipient.payment.PainComposer;
import be.zeef.route.CamelMailbox;
import be.zeef.route.PartnerKeys;
import be.zeef.route.Routes;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.DmnRule;
import be.zeef.source.Exceptions;
import be.zeef.source.groeipakket.GroeipakketLanguage;
import be.zeef.source.inscription.InscriptionFileLanguage;
import be.zeef.source.ksz.KszListLanguage;
import be.zeef.source.magda.MagdaCalls;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;
import be.zeef.subject.PopulationReader;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Realm;
import be.zeef.sync.Progress;
import be.zeef.sync.Sync;
import be.zeef.sync.SyncReport;
import be.zeef.sync.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The whole gateway, wired once: storage, keys, routes and adapters. */
final class Gateway implements AutoCloseable {

    private final Settings settings;
    private final Keys keys;
    private final Clock clock = Clock.systemUTC();
    private final Storage storage;
    private final CamelMailbox lists = new CamelMailbox("magda-lists");
    private final CamelMailbox inscriptions = new CamelMailbox("magda-inscriptions");
    private final CamelMailbox ivago = new CamelMailbox("ivago");
    private final CamelMailbox groeipakket = new CamelMailbox("groeipakket");
    private final CamelMailbox bank;
    private final Routes routes;
    private final ExecutorService questions = Executors.newCachedThreadPool();
    private final Exceptions exceptions;
    private final MagdaCalls magda;

    Gateway(Settings settings) {
        this.settings = settings;
        this.keys = Keys.in(settings.keys());
        this.storage = Storage.open(settings.database());
        this.bank =
                new CamelMailbox("payment-" + settings.payment().via().name().toLowerCase(Locale.ROOT));
        this.routes = Routes.start(
                settings,
                Map.of(
                        "magdaTls",
                        PartnerKeys.magdaTls(keys),
                        "sftpKeyPair",
                        PartnerKeys.sftpKeyPair(keys),
                        MagdaInscriptions.ENDPOINT,
                        MagdaInscriptions.bean(settings, keys),
                        "magda-lists",
                        lists,
                        "magda-inscriptions",
                        inscriptions,
                        "ivago",
                        ivago,
                        "groeipakket",
                        groeipakket,
                        "payment-sftp",
                        bank,
                        "payment-folder",
                        bank));
        this.exceptions = Exceptions.magda(mappings());
        this.magda = freshMagda();
    }

    MagdaCalls magda() {
        return magda;
    }

    /** The same without a past: full pace, every circuit closed. */
    MagdaCalls freshMagda() {
        return new MagdaCalls(routes, settings, exceptions, clock);
    }

    Storage storage() {
        return storage;
    }

    /** One sync, from the population file to the receipts. */
    SyncReport sync(Agreement agreement, Path population, LocalDate on, boolean resume, Progress progress)
            throws IOException, SQLException {
        admit(agreement);
        double maxBadShare = settings.populations().get(agreement.id()).maxBadShare();
        PopulationReader reader = new PopulationReader(population, settings.profile(), maxBadShare);
        return new Sync(tools(agreement), Plans.of(agreement, on), progress).run(reader, on, resume);
    }

    /** What pays under this agreement: for a {@code PaymentRun}, and for the {@code PaymentDesk} where files are released. */
    PaymentTools payments(Agreement agreement) {
        admit(agreement);
        return new PaymentTools(
                agreement,
                settings,
                keys,
                storage.jdbi(),
                new Ledger(storage.jdbi(), clock),
                clock,
                DmnRule.load(
                        mappings().resolve(agreement.rule().file()),
                        agreement.rule().decision()),
                new PaymentTools.Sources(
                        new GroeipakketLanguage(mappings(), keys, settings.profile()), groeipakket.in(routes)),
                new PaymentTools.Bank(new PainComposer(mappings()), new PainAnswers(mappings()), bank.in(routes)));
    }

    /** Where questions about one person are asked under this agreement, for a day. */
    QuestionDesk desk(Agreement agreement, LocalDate on) {
        QuestionPlan plan = Plans.question(agreement, on);
        admit(agreement);
        return new QuestionDesk(
                plan,
                DmnRule.load(
                        mappings().resolve(agreement.rule().file()),
                        agreement.rule().decision()),
                new MagdaQuestions(magda, settings, agreement.id()),
                new JdbcOcmwRegister(settings.ocmw(), settings.profile()),
                new Ledger(storage.jdbi(), clock),
                () -> new Pseudonyms(keys.pseudonym(agreement.id()), agreement.id()),
                questions,
                settings.magda().questionWithin());
    }

    /** @throws be.zeef.validation.InvalidMessageException when the agreement may not be used */
    private void admit(Agreement agreement) {
        if (settings.profile() == Realm.PRODUCTION) {
            new Approvals(new Agreements(mappings()), keys, clock).require(agreement);
        }
        SecretMarks.require(storage, "vault", keys.vault());
        SecretMarks.require(storage, "pseudonym-" + agreement.id(), keys.pseudonym(agreement.id()));
    }

    private Tools tools(Agreement agreement) {
        Path rule = mappings().resolve(agreement.rule().file());
        return new Tools(
                settings,
                keys,
                storage.jdbi(),
                new Ledger(storage.jdbi(), clock),
                clock,
                new Tools.Sources(
                        new MagdaInscriptions(magda, settings, agreement.id()),
                        new InscriptionFileLanguage(
                                mappings(), settings.magda().senderOf(agreement.id()), exceptions, clock),
                        inscriptions.in(routes),
                        new KszListLanguage(mappings()),
                        lists.in(routes),
                        new JdbcOcmwRegister(settings.ocmw(), settings.profile()),
                        exceptions),
                DmnRule.load(rule, agreement.rule().decision()),
                new Tools.Recipients(
                        new IvagoPacker(mappings(), keys), new IvagoReceipts(mappings(), keys), ivago.in(routes)));
    }

    /** A source that is still answering gets its outcome into the ledger, though its question has been answered. */
    private void finishQuestions() {
        questions.shutdown();
        try {
            questions.awaitTermination(settings.magda().questionWithin().toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path mappings() {
        return settings.home().resolve("mappings");
    }

    @Override
    public void close() {
        finishQuestions();
        routes.close();
        storage.close();
    }
}
