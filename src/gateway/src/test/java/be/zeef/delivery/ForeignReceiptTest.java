package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Ledger;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.recipient.ReceiptReader;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipient, whose signature is good, answers for the deliveries that went to it and for no other's. */
class ForeignReceiptTest {

    private static final String OWN = "KIND.SOCTAR.2026.00001";
    private static final LocalDate DAY = LocalDate.of(2026, 8, 20);

    @TempDir
    Path folder;

    private Storage storage;
    private Run run;

    @BeforeEach
    void begin() {
        storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("zeef"), "sa", ""), Clock.systemUTC());
        Keys keys = Keys.in(folder.resolve("keys"));
        Runs runs = new Runs(storage.jdbi(), new Ledger(storage.jdbi(), Clock.systemUTC()), keys, Clock.systemUTC());
        run = runs.of(runs.begin(plan(), DAY, "population", 2, 0), plan(), new RunFindings(), Progress.NONE);
        storage.jdbi().useTransaction(handle -> {
            DeliveryHead head =
                    new DeliveryHead("KIND.SOCTAR", "childcare", 2026, 1, DAY, "gent.be", DeliveryHead.Format.CSV);
            Deliveries.insert(handle, head, "childcare", run.row().id());
            Deliveries.packed(handle, OWN, 3, List.of());
            Deliveries.sent(handle, OWN, "2026-08-20T10:00:00Z");
        });
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAKANTIE.SOCTAR", "KIND", "KIND.SOCTAR.2026", "KIND.SOCTA", "IND.SOCTAR"})
    void changesNothing_whenAnotherRecipientRefuses(String series) throws Exception {
        assertThat(taken(series)).isFalse();
        assertThat(state()).isEqualTo(Deliveries.State.SENT);
    }

    @Test
    void countsAsRefused_whenItsOwnRecipientRefuses() throws Exception {
        assertThat(taken("KIND.SOCTAR")).isTrue();
        assertThat(state()).isEqualTo(Deliveries.State.REFUSED);
    }

    /** Takes a receipt that refuses the delivery, out of the folder of the recipient of this series. */
    private boolean taken(String series) throws Exception {
        ReceiptReader wellSigned = (file, in, lines) -> new DeliveryReceipt.Technical(OWN, false, "FORMAT", 3);
        return storage.jdbi().<Boolean, java.io.IOException>inTransaction(handle -> new TakeReceipt(wellSigned, series)
                .take(run, handle, OWN + ".ack.p7m", InputStream.nullInputStream()));
    }

    private Deliveries.State state() {
        return storage.jdbi()
                .withHandle(handle -> Deliveries.find(handle, OWN).orElseThrow().state());
    }

    private static SyncPlan plan() {
        return new SyncPlan(
                "holidays",
                "holidays",
                "1",
                Optional.empty(),
                new SyncPlan.Measures(Set.of(), DAY),
                Map.of(),
                new SyncPlan.Granted(GrantPeriod.calendarYear(DAY), "", Set.of(), List.of(), false),
                new SyncPlan.Delivered(SyncPlan.Identifier.PAIRWISE, DeliveryHead.Format.CSV, "gent.be"));
    }
}
