package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.agreement.Padding;
import be.zeef.grant.DeceasedGrants;
import be.zeef.grant.GrantWriter;
import be.zeef.grant.HandGrants;
import be.zeef.grant.OpenPeriod;
import be.zeef.ledger.Ledger;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.FileSink;
import be.zeef.packing.LineSource;
import be.zeef.packing.Packer;
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
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which grants a delivery holds, when others are committed or cannot be packed meanwhile. */
class PackTest {

    private static final String AGREEMENT = "test";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);

    @TempDir
    Path folder;

    private Storage storage;
    private Runs runs;
    private HandGrants clerk;

    @BeforeEach
    void open() {
        Keys keys = Keys.in(folder.resolve("keys"));
        storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("zeef"), "sa", ""), Clock.systemUTC());
        Clock clock = Clock.fixed(Instant.parse("2027-01-15T10:00:00Z"), ZoneOffset.UTC);
        Ledger ledger = new Ledger(storage.jdbi(), clock);
        runs = new Runs(storage.jdbi(), ledger, keys, clock);
        clerk = new HandGrants(storage.jdbi(), keys, ledger);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void neitherLosesNorMarksAGrant_thatIsCommittedWhileItPacks() throws Exception {
        grant(ONE, DAY);
        List<String> first = new ArrayList<>();

        pack(new Recording(first) {
            @Override
            void betweenTheReadings() {
                grant(TWO, DAY); // on a connection of its own
            }
        });

        assertThat(first).hasSize(1);
        assertThat(marked(Optional.of("TEST.2027.00001"))).isEqualTo(first);
        assertThat(marked(Optional.empty())).hasSize(1).doesNotContainAnyElementsOf(first);

        List<String> second = new ArrayList<>();
        pack(new Recording(second));

        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(marked(Optional.empty())).isEmpty();
    }

    @Test
    void packsTheOtherPeriods_whenOneThatIsOverCannotBePacked() throws Exception {
        grant(ONE, DAY.minusYears(1));
        grant(TWO, DAY);
        List<String> packed = new ArrayList<>();

        Run run = pack(new Recording(packed) {
            @Override
            public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) {
                if (head.year() == 2026) {
                    Findings findings = new Findings();
                    findings.add(Finding.error("delivery.value", Location.WHOLE, "value", ""));
                    throw new InvalidMessageException(findings.report(head.name()));
                }
                return super.pack(head, lines, sink);
            }
        });

        assertThat(packed).hasSize(1);
        assertThat(run.row().state()).isEqualTo(SyncState.PACKED);
        assertThat(run.findings().report(AGREEMENT, DAY, 0).findings())
                .extracting(Finding::code)
                .contains("delivery.value");
        List<OpenPeriod> open = storage.jdbi().withHandle(handle -> OpenPeriod.after(handle, run));
        assertThat(open).containsExactly(new OpenPeriod(LocalDate.of(2026, 12, 31), 1, 0, 0, 0, 0));
    }

    /** Of whom a death is learned after it was stored and before a delivery with it was composed. */
    @Test
    void packsNothingForWhoHasDied_norWhatWasRefusedOfThem() throws Exception {
        grant(ONE, DAY.minusYears(1));
        grant(ONE, DAY);
        grant(TWO, DAY);
        storage.jdbi().useTransaction(handle -> {
            handle.execute("update grants set result = 'REFUSED', standing = 'IN_DELIVERY', delivery = 'OLD'"
                    + " where grant_year = 2026");
            handle.execute(
                    "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                            + " values ('OLD', ?, 2026, 1, 1, 1, 'CONFIRMED', '', '')",
                    AGREEMENT);
        });
        List<String> packed = new ArrayList<>();
        Run run = pack(new Recording(packed), ONE.value());

        assertThat(packed).hasSize(1);
        assertThat(marked(Optional.of("TEST.2027.00001"))).isEqualTo(packed);
        assertThat(closed()).hasSize(2);
        assertThat(run.findings().report(AGREEMENT, DAY, 0).findings())
                .filteredOn(finding -> finding.code().equals("sync.deceased-not-delivered"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("2"));
        long told = storage.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from ledger_entry where kind = 'GRANTS_CLOSED'")
                .mapTo(Long.class)
                .one());
        assertThat(told).isEqualTo(1);
    }

    /** A pupil on whom two invoices go out has a grant for each, and after a death neither goes out. */
    @Test
    void deliversNothingUnderAnyOfItsKeys_whenAChildHasDied() throws Exception {
        PeopleAtRest people = new PeopleAtRest(Keys.in(folder.resolve("keys")), AGREEMENT);
        storage.jdbi().useTransaction(handle -> {
            try (GrantWriter grants = new GrantWriter(handle, plan(DAY).granted(), 1, people)) {
                grants.grant(ONE, "L1", "");
                grants.grant(ONE, "L2", "");
                grants.grant(TWO, "L3", "");
                grants.flush();
            }
        });
        List<String> packed = new ArrayList<>();

        pack(new Recording(packed), ONE.value());

        assertThat(packed).hasSize(1);
        assertThat(closed()).hasSize(2);
    }

    /** That there is a delivery tells nothing then; of a run that goes on after it died there is no second one. */
    @Test
    void packsADeliveryOfNobody_once_whereTheAgreementWantsIt() throws Exception {
        SyncPlan.Delivered how = new SyncPlan.Delivered(
                SyncPlan.Identifier.PAIRWISE, DeliveryHead.Format.XML, "gent.be", List.of(), new Padding(true, true));
        SyncRow row = runs.begin(plan(DAY, how), DAY, "population", 2, 0);
        Run run = runs.of(row, plan(DAY, how), new RunFindings(), Progress.NONE).advanced(SyncState.DECIDED);
        List<Boolean> padded = new ArrayList<>();
        Packer packer = new Recording(new ArrayList<>()) {
            @Override
            public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) {
                padded.add(head.padded());
                return super.pack(head, lines, sink);
            }
        };

        new Pack(packer).run(run);
        new Pack(packer).run(run);
        assertThat(padded).containsExactly(true);
        storage.jdbi().useTransaction(handle -> assertThat(Deliveries.ofSync(handle, row.id()))
                .extracting(Deliveries.Row::name, Deliveries.Row::lines)
                .containsExactly(tuple("TEST.2027.00001", 0L)));
    }

    private void grant(Insz person, LocalDate on) {
        clerk.grant(plan(on), person, "", "clerk-7", "a proof");
    }

    private Run pack(Packer packer, long... deceased) throws Exception {
        SyncRow row = runs.begin(plan(DAY), DAY, "population", 2, 0);
        Run run = runs.of(row, plan(DAY), new RunFindings(), Progress.NONE).advanced(SyncState.DECIDED);
        DeceasedGrants.close(run, deceased);
        Run packed = new Pack(packer).run(run);
        storage.jdbi().useTransaction(handle -> Syncs.close(handle, row, SyncState.DONE));
        return packed;
    }

    private static SyncPlan plan(LocalDate on) {
        return plan(on, new SyncPlan.Delivered(SyncPlan.Identifier.PAIRWISE, DeliveryHead.Format.CSV, "gent.be"));
    }

    private static SyncPlan plan(LocalDate on, SyncPlan.Delivered how) {
        return new SyncPlan(
                AGREEMENT,
                AGREEMENT,
                "1",
                Optional.empty(),
                new SyncPlan.Measures(Set.of(), on),
                Map.of(),
                new SyncPlan.Granted(GrantPeriod.calendarYear(on), "", Set.of(), List.of(), false),
                how);
    }

    private List<String> marked(Optional<String> delivery) {
        return storage.jdbi().withHandle(handle -> handle.createQuery(
                        "select line from grants where standing <> 'CLOSED' and delivery is not distinct from :delivery"
                                + " order by line")
                .bind("delivery", delivery)
                .mapTo(String.class)
                .list());
    }

    private List<String> closed() {
        return storage.jdbi()
                .withHandle(handle -> handle.createQuery("select line from grants where standing = 'CLOSED'")
                        .mapTo(String.class)
                        .list());
    }
}
