package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.objection.KnownObjectors;
import be.zeef.objection.Objecting;
import be.zeef.objection.Objection;
import be.zeef.plan.SyncPlan;
import be.zeef.run.DecidedCounts;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.security.Keys;
import be.zeef.sieve.Cause;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way of coming to a decision about a population promises: it carries a run on from where it stands, wherever it died. */
@OnEachDatabase
abstract class GatheringContract {

    static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    static final Insz YES = Insz.of("85610100147", Realm.SANDBOX);
    static final Insz NO = Insz.of("85610100246", Realm.SANDBOX);

    /** It dies at every fifth statement, which is enough for each transaction to be broken off. */
    private static final int STEP = 5;

    /** How often somebody was asked about. */
    final AtomicInteger asked = new AtomicInteger();

    /** What happens whenever somebody was asked about, before the answer is there. */
    Runnable onceAsked = () -> {};

    @TempDir
    Path folder;

    private final Jdbi jdbi;

    GatheringContract(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** As if the process were killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One as another process makes it: of one who is eligible and one who is not, unless it asks about nobody. */
    abstract Gathering gathering() throws Exception;

    abstract SyncPlan plan();

    private Run go(Gathering gathering) throws Exception {
        Clock clock = Clock.systemUTC();
        Keys keys = keys();
        Ledger ledger = new Ledger(jdbi, clock, Halts.NEVER, new KnownObjectors(keys));
        Runs runs = new Runs(jdbi, ledger, keys, clock);
        Gathering.Read read = gathering.read();
        SyncRow row = unfinished()
                .orElseGet(() -> runs.begin(plan(), DAY, read.fingerprint(), read.persons(), read.refusedLines()));
        return gathering.decide(runs.of(row, plan(), new RunFindings(), Progress.NONE));
    }

    private Keys keys() {
        return Keys.in(folder.resolve("keys"));
    }

    /** Of each decision, whom it is about by number, its outcome and its cause. */
    private Map<String, String> decisions() {
        PeopleAtRest people = new PeopleAtRest(keys(), plan().agreement());
        Map<String, String> names = Map.of(people.pseudonym(YES), "yes", people.pseudonym(NO), "no");
        Map<String, String> decisions = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select subject, outcome, cause from decision")
                .map((row, context) ->
                        decisions.put(names.get(row.getString(1)), row.getString(2) + " " + row.getString(3)))
                .forEach(each -> {}));
        return decisions;
    }

    private Optional<SyncRow> unfinished() {
        return jdbi.withHandle(handle -> Syncs.open(handle, plan().benefit()));
    }

    /** What stands decided and granted, and how far the run is. */
    private List<String> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("select subject || outcome || flag_value from decision"
                        + " union all select subject || flag_value || line from grants"
                        + " union all select state || summary from sync order by 1")
                .mapTo(String.class)
                .list());
    }

    private long ended() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from ledger_entry where kind = 'DECIDED'")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void knowsItsPopulationAgain() throws Exception {
        String fingerprint = gathering().read().fingerprint();

        assertThat(fingerprint).matches("[0-9a-f]{64}");
        assertThat(gathering().read().fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void storesADecisionAboutEveryone_andSaysSo() throws Exception {
        Gathering gathering = gathering();
        long people = gathering.read().persons();

        Run decided = go(gathering);

        assertThat(decided.row().state()).isEqualTo(SyncState.DECIDED);
        assertThat(unfinished()).contains(decided.row());
        DecidedCounts counts = jdbi.withHandle(handle -> DecisionCounts.of(handle, decided));
        assertThat(counts.eligible() + counts.notEligible() + counts.undetermined())
                .isEqualTo(people);
        assertThat(counts.granted()).isEqualTo(people == 0 ? 0 : 1);
        assertThat(asked.get() > 0).as("somebody was asked").isEqualTo(gathering.asks());
        assertThat(ended()).as("the ledger is told").isOne();
    }

    /** Neither the yes nor the no that the sources would say, and nobody asks them; the other is decided about as ever. */
    @Test
    void asksNobodyAboutWhoObjected_andSaysNeitherYesNorNo() throws Exception {
        Objecting objecting = new Objecting(jdbi, keys());
        objecting.enter(plan().agreement(), YES);
        objecting.enter(Objection.EVERY, NO);
        assumeTrue(gathering().asks());

        Run decided = go(gathering());

        assertThat(asked).as("how often somebody was asked about").hasValue(0);
        assertThat(decisions()).isEqualTo(Map.of("yes", "UNDETERMINED OBJECTED", "no", "UNDETERMINED OBJECTED"));
        DecidedCounts counts = jdbi.withHandle(handle -> DecisionCounts.of(handle, decided));
        assertThat(counts.granted()).isZero();
        assertThat(counts.causes()).isEqualTo(Map.of(Cause.OBJECTED, 2L));
        objecting.withdrawAll();
    }

    /** Entered at any statement of a run: what is decided after that is never a yes or a no about who objects. */
    @Test
    void decidesNothingAboutWhoObjectsMeanwhile() throws Exception {
        assumeTrue(gathering().asks());
        Objecting objecting = new Objecting(jdbi, keys());
        AtomicBoolean entered = new AtomicBoolean();
        onceAsked = () -> {
            if (entered.compareAndSet(false, true)) {
                objecting.enter(Objection.EVERY, YES);
                objecting.enter(Objection.EVERY, NO);
            }
        };

        go(gathering());

        assertThat(entered).isTrue();
        assertThat(decisions().values()).containsOnly("UNDETERMINED OBJECTED");
        objecting.withdrawAll();
    }

    @Test
    void asksNobodyAgain_onceThatIsStored() throws Exception {
        go(gathering());
        List<String> before = stored();
        asked.set(0);

        Run again = go(gathering());

        assertThat(again.row().state()).isEqualTo(SyncState.DECIDED);
        assertThat(asked).hasValue(0);
        assertThat(stored()).isEqualTo(before);
        assertThat(ended()).isOne();
    }

    @Test
    void comesToTheSame_whereverItDied() throws Exception {
        go(gathering());
        List<String> undisturbed = stored();
        assertThat(undisturbed).isNotEmpty();

        boolean died = true;
        int statement = 0;
        for (; died; statement += STEP) {
            forget();
            died = dies(statement);
            go(gathering());
            assertThat(stored()).as("after it died at statement %d", statement).isEqualTo(undisturbed);
        }
        assertThat(statement).as("it died at many moments").isGreaterThan(STEP);
    }

    private void forget() {
        jdbi.useTransaction(
                handle -> List.of("grant_improvement", "grants", "decision", "question", "sync", "inscription")
                        .forEach(table -> handle.execute("delete from " + table)));
    }

    private boolean dies(int after) throws Exception {
        AtomicInteger left = new AtomicInteger(after);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (left.decrementAndGet() < 0) {
                    throw new Killed();
                }
            }
        });
        try {
            go(gathering());
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        }
    }
}
