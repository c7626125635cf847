package be.zeef.payment.run;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.allowance.AllowanceRow;
import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.Objectors;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.intake.AllowanceIntake;
import be.zeef.payment.release.NamesDesk;
import be.zeef.payment.release.Releaser;
import be.zeef.recipient.payment.PainAnswers;
import be.zeef.recipient.payment.PainComposer;
import be.zeef.security.Keys;
import be.zeef.security.PersonKey;
import be.zeef.security.Someone;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Rule;
import be.zeef.storage.Storage;
import be.zeef.trust.Statement;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A municipality that pays premiums, with its own database, rule and stylesheets; only the two far ends are in memory. It can be
 * told to die at the n-th thing it does.
 */
final class Town implements AutoCloseable {

    static final Path MAPPINGS = Path.of("mappings");
    static final String AGREEMENT = "wingene-geboortepremie";
    static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    /** As if the process were killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final Clock START = Clock.fixed(Instant.parse("2026-07-01T06:00:00Z"), ZoneOffset.UTC);
    private static final PainComposer COMPOSER = new PainComposer(MAPPINGS);
    private static final PainAnswers ANSWERS = new PainAnswers(MAPPINGS);

    private final Storage storage;
    private final Settings settings;
    private final Keys keys;
    private final Rule rule;
    private final HouseBank bank = new HouseBank();
    private final VutgPost vutg = new VutgPost(this::moment);
    private final Post toBank = new Post(this::moment, bank::receive);
    private final List<Releaser> releasers = new ArrayList<>();
    private Agreement agreement;
    private Clock clock = START;
    Halts halts = Halts.NEVER;
    private int left = Integer.MAX_VALUE;

    Town(Path data) {
        settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "data", data.toString(),
                        "groeipakket", Map.of("fileWithin", "PT0.01S"),
                        "payment", Map.of("answerWithin", "PT0.01S")));
        keys = Keys.in(settings.keys());
        storage = Storage.open(
                new Settings.Database(
                        "jdbc:h2:mem:town-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1", "zeef", "zeef"),
                Clock.systemUTC());
        agreement = new Agreements(MAPPINGS).load(AGREEMENT);
        rule = DmnRule.load(
                MAPPINGS.resolve(agreement.rule().file()), agreement.rule().decision());
        bank.answersBy(toBank);
        pin(Someone.AN, Someone.BERT, Someone.CARLA);
        storage.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                moment();
            }
        });
    }

    private void moment() {
        if (--left < 0) {
            throw new Killed();
        }
    }

    /** After so many statements and deliveries the process dies. */
    void dieAfter(int moments) {
        left = moments;
    }

    void live() {
        left = Integer.MAX_VALUE;
    }

    HouseBank bank() {
        return bank;
    }

    Post toBank() {
        return toBank;
    }

    Jdbi jdbi() {
        return storage.jdbi();
    }

    Settings settings() {
        return settings;
    }

    /** Who may release, in the place of the three there were. */
    void pin(Someone... people) {
        releasers.clear();
        Stream.of(people)
                .map(someone -> new Releaser(someone.name(), someone.certificate()))
                .forEach(releasers::add);
    }

    Clock clock() {
        return clock;
    }

    void setToday(LocalDate day) {
        clock = Clock.fixed(day.atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    void agree(UnaryOperator<Agreement> change) {
        agreement = change.apply(agreement);
    }

    PaymentOffice office() {
        return office(settings);
    }

    /** The same town as it would pay by these settings. */
    PaymentOffice office(Settings by) {
        return new PaymentOffice(
                agreement,
                by,
                keys,
                () -> List.copyOf(releasers),
                storage.jdbi(),
                new Ledger(storage.jdbi(), clock, halts, Objectors.NOBODY),
                clock,
                AllowanceIntake.of(
                        agreement,
                        agreement.payment().orElseThrow(),
                        by,
                        keys,
                        storage.jdbi(),
                        new Ledger(storage.jdbi(), clock, halts, Objectors.NOBODY),
                        clock,
                        rule,
                        COMPOSER,
                        vutg.intake()),
                new PaymentOffice.Bank(COMPOSER, ANSWERS, toBank));
    }

    PaymentSecrets secrets() {
        return new PaymentSecrets(keys, AGREEMENT);
    }

    /** VUTG lays down a file of June with these rows, later than all before it. */
    void send(AllowanceRow... rows) {
        vutg.send(rows);
    }

    /** @param order which file VUTG made first; the name gives the order in which they are seen */
    void send(YearMonth month, int order, AllowanceRow... rows) {
        vutg.send(month, order, rows);
    }

    PaymentReport run() {
        return office().run().run(JULY);
    }

    /** A run that this person signs. */
    PaymentReport run(PersonKey composer) {
        return office().run().run(JULY, Optional.of(composer));
    }

    PaymentDesk desk() {
        return office().desk();
    }

    /** This person looks at it and signs what they see. */
    PaymentDesk.Released release(String file, Someone by) {
        PaymentDesk desk = desk();
        return desk.release(file, by.sign(desk.statement(file).bytes()));
    }

    /** Two people release it, and what the bank says to it is read. */
    List<Finding> release(String file) {
        release(file, Someone.AN);
        return release(file, Someone.BERT).findings();
    }

    /** This person signs to see names, and sees them. */
    List<NamesDesk.Named> names(String what, Someone by) {
        NamesDesk desk = office().namesDesk();
        Statement statement = desk.statement(what);
        return desk.names(what, statement, by.sign(statement.bytes()));
    }

    /** Runs, and releases what came of it. */
    PaymentReport runAndRelease() {
        PaymentReport report = run();
        if (!report.file().isEmpty() && report.receipt().equals("to release")) {
            release(report.file());
        }
        return report;
    }

    /** As new; opening a database and its keys for every test would take longer than the tests. */
    void empty() {
        live();
        vutg.empty();
        pin(Someone.AN, Someone.BERT, Someone.CARLA);
        agreement = new Agreements(MAPPINGS).load(AGREEMENT);
        clock = START;
        toBank.empty();
        bank.empty();
        PaymentTables.empty(storage.jdbi());
    }

    @Override
    public void close() {
        live();
        storage.jdbi().useHandle(handle -> handle.execute("drop all objects"));
        storage.close();
    }
}
