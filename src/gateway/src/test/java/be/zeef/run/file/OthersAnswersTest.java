package be.zeef.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Ledger;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.route.Mailbox;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two agreements ask over one mailbox: the run of one neither removes nor tells what answers the other's, until that has ended. */
class OthersAnswersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final Mailbox.Offered FILE = new Mailbox.Offered("gssvl_20260716_reference.xml", 10, 1);

    @TempDir
    Path folder;

    private Storage storage;
    private Runs runs;
    private Run waiting;

    @BeforeEach
    void died() {
        storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("zeef"), "sa", ""), Clock.systemUTC());
        Keys keys = Keys.in(folder.resolve("keys"));
        runs = new Runs(storage.jdbi(), new Ledger(storage.jdbi(), Clock.systemUTC()), keys, Clock.systemUTC());
        waiting = begun("bags");
        storage.jdbi()
                .useHandle(handle -> QuestionFiles.plan(
                        handle,
                        QuestionFile.planned(waiting.row(), QuestionFile.Kind.LIST, "reference", 0, 3, 1),
                        new byte[0]));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void leavesItThere_whileTheOtherRunIsUnfinished() throws Exception {
        Run other = begun("childcare");

        assertThat(removedBy(other)).isEmpty();
        assertThat(told(other)).isEmpty();
        assertThat(removedBy(waiting)).as("no question of its own is open").containsExactly(FILE);
        assertThat(told(waiting)).containsExactly("sync.answer-late");
    }

    @Test
    void removesItAsLate_whenTheOtherRunHasEnded() throws Exception {
        storage.jdbi().useHandle(handle -> Syncs.close(handle, waiting.row(), SyncState.DONE));
        Run other = begun("childcare");

        assertThat(removedBy(other)).containsExactly(FILE);
        assertThat(told(other)).containsExactly("sync.answer-late");
    }

    private Run begun(String agreement) {
        SyncPlan plan = plan(agreement);
        return runs.of(runs.begin(plan, DAY, "population", 3, 0), plan, new RunFindings(), Progress.NONE);
    }

    /** What a run that meets the answer, and has no question of its own open, would remove. */
    private static Set<Mailbox.Offered> removedBy(Run run) throws IOException {
        Arrivals arrivals = new Arrivals(run, new Arrivals.Reader() {
            @Override
            public Arrivals.Kind read(String file, InputStream in) {
                return Arrivals.withoutOpenQuestion(run, Optional.of("reference"));
            }

            @Override
            public void unusable(String file) {
                throw new AssertionError("it can be read");
            }
        });
        arrivals.arrived(FILE, InputStream.nullInputStream());
        return arrivals.finished();
    }

    private static List<String> told(Run run) {
        return run.findings().report("a", DAY, 0).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static SyncPlan plan(String agreement) {
        return new SyncPlan(
                agreement,
                agreement,
                "1",
                Optional.empty(),
                new SyncPlan.Measures(Set.of(), DAY),
                Map.of(),
                new SyncPlan.Granted(GrantPeriod.calendarYear(DAY), "", Set.of(), List.of(), false),
                new SyncPlan.Delivered(SyncPlan.Identifier.PAIRWISE, DeliveryHead.Format.CSV, "gent.be"));
    }
}
