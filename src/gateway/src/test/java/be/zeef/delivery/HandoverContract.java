package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.grant.GrantWriter;
import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.objection.KnownObjectors;
import be.zeef.objection.Objecting;
import be.zeef.objection.Objection;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import be.zeef.validation.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way of handing over promises: the recipient is told of each open grant, once, and of none that is lost while it is away. */
@OnEachDatabase
abstract class HandoverContract {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T10:00:00Z"), ZoneOffset.UTC);

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);
    private static final SyncPlan PLAN = new SyncPlan(
            "a",
            "a",
            "1",
            Optional.empty(),
            new SyncPlan.Measures(Set.of(), DAY),
            Map.of(),
            new SyncPlan.Granted(GrantPeriod.calendarYear(DAY), "", Set.of(), List.of(), false),
            new SyncPlan.Delivered(SyncPlan.Identifier.INSZ, DeliveryHead.Format.CSV, "gent.be"));

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private Keys keys;
    private Runs runs;

    HandoverContract(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One as another process makes it, to one recipient. */
    abstract Handover handover();

    /** Whom the recipient was told of, by number, each time it was. */
    abstract List<String> told();

    abstract void recipient(boolean away);

    @BeforeEach
    void open() {
        keys = Keys.in(folder.resolve("keys"));
        runs = new Runs(jdbi, new Ledger(jdbi, CLOCK, Halts.NEVER, new KnownObjectors(keys)), keys, CLOCK);
    }

    private void grant(Insz person) {
        jdbi.useTransaction(handle -> {
            try (GrantWriter writer =
                    new GrantWriter(handle, PLAN.granted(), GrantWriter.NO_RUN, new PeopleAtRest(keys, "a"))) {
                writer.grant(person, "", "");
                writer.flush();
            }
        });
    }

    private Run decided() {
        SyncRow row = runs.begin(PLAN, DAY, "population", 2, 0);
        return runs.of(row, PLAN, new RunFindings(), Progress.NONE).advanced(SyncState.DECIDED);
    }

    /** The unfinished run as another process finds it. */
    private Run goneOnWith() {
        SyncRow row = jdbi.inTransaction(handle -> Syncs.open(handle, "a")).orElseThrow();
        return runs.of(row, PLAN, new RunFindings(), Progress.NONE);
    }

    private void close(Run run) {
        jdbi.useTransaction(handle -> Syncs.close(handle, run.row(), SyncState.DONE));
    }

    @Test
    void tellsOfEachOpenGrant_once() throws IOException {
        grant(ONE);
        grant(TWO);
        Run first = handover().run(decided()).orElseThrow();
        assertThat(told()).containsExactlyInAnyOrder(ONE.digits(), TWO.digits());

        close(first);
        assertThat(handover().run(decided())).as("by the next run").isPresent();
        assertThat(told()).hasSize(2);
    }

    @Test
    void tellsNothing_whenNothingIsOpen() throws IOException {
        assertThat(handover().run(decided())).isPresent();
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsNobodyAgain_whenARunIsGoneOnWith() throws IOException {
        grant(ONE);
        handover().run(decided());

        assertThat(handover().run(goneOnWith())).isPresent();
        assertThat(told()).containsExactly(ONE.digits());
    }

    @Test
    void tellsWhatCameMeanwhile_byTheNextRun() throws IOException {
        grant(ONE);
        close(handover().run(decided()).orElseThrow());
        grant(TWO);
        handover().run(decided());

        assertThat(told()).containsExactly(ONE.digits(), TWO.digits());
    }

    /** It is held back, told by each run, and goes out when the objection is withdrawn. */
    @Test
    void tellsNobodyOfWhoObjected_andSaysThatSomethingIsHeld() throws IOException {
        Objecting objecting = new Objecting(jdbi, keys);
        grant(ONE);
        grant(TWO);
        objecting.enter(Objection.EVERY, ONE);
        Run first = decided();
        close(handover().run(first).orElseThrow());

        assertThat(told()).containsExactly(TWO.digits());
        assertThat(held(first)).containsExactly("1");

        Run second = decided();
        close(handover().run(second).orElseThrow());
        assertThat(told()).as("by the next run").containsExactly(TWO.digits());
        assertThat(held(second)).containsExactly("1");

        objecting.withdrawAll();
        Run third = decided();
        handover().run(third);
        assertThat(told()).containsExactly(TWO.digits(), ONE.digits());
        assertThat(held(third)).isEmpty();
    }

    private static List<String> held(Run run) {
        return run.findings().report("a", DAY, 0).findings().stream()
                .filter(finding -> finding.code().equals("sync.objected-held"))
                .map(finding -> finding.arguments().get(0))
                .toList();
    }

    /** Who is handed over by a run that stays open is so when that is gone on with, else by the next. */
    @Test
    void losesNothing_whenTheRecipientIsAway_andSaysSo() throws IOException {
        grant(ONE);
        grant(TWO);
        recipient(true);
        Run away = decided();
        Optional<Run> ended = handover().run(away);
        assertThat(told()).isEmpty();
        assertThat(away.findings().report("a", DAY, 0).findings())
                .anySatisfy(finding -> assertThat(finding.severity()).isIn(Severity.WARNING, Severity.ERROR));

        recipient(false);
        ended.ifPresent(this::close);
        handover().run(ended.isPresent() ? decided() : goneOnWith());
        assertThat(told()).containsExactlyInAnyOrder(ONE.digits(), TWO.digits());
    }
}
