package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.grant.HandGrants;
import be.zeef.ledger.Ledger;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.FileSink;
import be.zeef.packing.LineSource;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.security.Keys;
import be.zeef.storage.Meeting;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two agreements deliver to one recipient in one year: one after the other, and at the same moment. */
@OnEachDatabase
class PackedAtOnceTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final Handle handle;

    PackedAtOnceTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
    }

    @Test
    void areCalledOneAfterTheOther_whenOnePacksAfterTheOther() throws Exception {
        new Pack(new Recording(new ArrayList<>())).run(decided("one"));
        new Pack(new Recording(new ArrayList<>())).run(decided("other"));

        assertThat(deliveries()).containsExactly("TEST.2027.00001 one 1", "TEST.2027.00002 other 1");
    }

    @Test
    void areCalledOneAfterTheOther_whenBothPackAtTheSameMoment(Meeting meeting) throws Exception {
        Run one = decided("one");
        Run other = decided("other");
        List<String> others = new ArrayList<>();
        List<CompletableFuture<Run>> meanwhile = new ArrayList<>();

        Run first = new Pack(new Recording(new ArrayList<>()) {
                    @Override
                    public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) {
                        meanwhile.add(meeting.meanwhile(() -> packed(other, others)));
                        assertThat(meanwhile.get(0))
                                .as("it waits for the first")
                                .isNotDone();
                        return super.pack(head, lines, sink);
                    }
                })
                .run(one);
        Run second = meanwhile.get(0).join();

        assertThat(first.row().state()).isEqualTo(SyncState.PACKED);
        assertThat(second.row().state()).isEqualTo(SyncState.PACKED);
        assertThat(deliveries()).containsExactly("TEST.2027.00001 one 1", "TEST.2027.00002 other 1");
        assertThat(others).hasSize(1);
    }

    private static Run packed(Run run, List<String> lines) {
        try {
            return new Pack(new Recording(lines)).run(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run decided(String agreement) {
        Clock clock = Clock.systemUTC();
        Ledger ledger = new Ledger(jdbi, clock);
        Keys keys = Keys.in(folder.resolve("keys"));
        SyncPlan plan = plan(agreement);
        new HandGrants(jdbi, keys, ledger).grant(plan, ONE, "", "clerk-7", "a proof");
        Runs runs = new Runs(jdbi, ledger, keys, clock);
        SyncRow row = runs.begin(plan, DAY, "population", 1, 0);
        return runs.of(row, plan, new RunFindings(), Progress.NONE).advanced(SyncState.DECIDED);
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

    private List<String> deliveries() {
        return handle.createQuery("select name, agreement, lines from delivery order by name")
                .map((row, context) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3))
                .list();
    }
}
