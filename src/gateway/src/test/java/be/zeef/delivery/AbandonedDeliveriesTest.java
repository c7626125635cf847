package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.abandonment.AbandonDesk;
import be.zeef.abandonment.House;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.FileSink;
import be.zeef.packing.LineSource;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.recipient.ReceiptReader;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.storage.OnEachDatabase;
import be.zeef.validation.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever state a delivery of an abandoned run is in, its grant is delivered once: what may have left stays as it is, what nothing left of
 * is withdrawn, and its grant goes out with the next run.
 */
@OnEachDatabase
class AbandonedDeliveriesTest {

    private static final String FIRST = "TEST.2027.00001";
    private static final String SECOND = "TEST.2027.00002";

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final Box box = new Box();
    private House house;
    private Run run;

    AbandonedDeliveriesTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One that has packed a grant, of which nothing left. */
    @BeforeEach
    void pack() throws IOException {
        house = new House(jdbi, folder);
        house.grant();
        run = packed(house.begun(SyncState.DECIDED));
    }

    private enum Exit {
        WITHDRAWN,
        STAYS
    }

    /** A state that is new does not compile here before it is said how one leaves it. */
    private static Exit exit(Deliveries.State state) {
        return switch (state) {
            case PACKED, WITHDRAWN -> Exit.WITHDRAWN;
            case SENT, ACCEPTED, CONFIRMED, REFUSED -> Exit.STAYS;
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHDRAWN")
    void goesOutOnce_whateverStateItIsIn(Deliveries.State state) throws IOException {
        if (state != Deliveries.State.PACKED) {
            intended();
            jdbi.useTransaction(handle -> Deliveries.state(handle, FIRST, state, ""));
        }

        AbandonDesk.Outcome outcome = house.abandon();

        boolean freed = exit(state) == Exit.WITHDRAWN;
        assertThat(outcome.run().isForTwo()).isEqualTo(!freed);
        assertThat(outcome.freed()).isEqualTo(freed ? 1 : 0);
        assertThat(state(FIRST)).isEqualTo(freed ? Deliveries.State.WITHDRAWN : state);

        Run next = packed(house.begun(SyncState.DECIDED));
        boolean again = freed || state == Deliveries.State.REFUSED;
        assertThat(deliveries(next)).isEqualTo(again ? List.of(SECOND) : List.of());
        assertThat(new RowEvidence(jdbi).breaks()).isEmpty();
    }

    /** It died after the intent: how much the recipient has is not known, so the next run sends the same bytes under the same name. */
    @Test
    void isSentAgainByTheNextRun_whenItMayHaveLeft() throws IOException {
        intended();
        house.abandon();

        Run next = packed(house.begun(SyncState.DECIDED));
        assertThat(send(next)).isTrue();

        assertThat(box.files).containsOnlyKeys(FIRST + ".csv");
        assertThat(box.files.get(FIRST + ".csv")).hasSize(1);
        assertThat(state(FIRST)).isEqualTo(Deliveries.State.SENT);
    }

    @Test
    void leavesNothingOfItsBytes_whenItIsWithdrawn_andItsNameStaysTaken() throws IOException {
        house.abandon();

        assertThat(jdbi.<byte[], IOException>withHandle(handle -> {
                    ByteArrayOutputStream kept = new ByteArrayOutputStream();
                    Deliveries.copy(handle, FIRST, FIRST + ".csv", kept);
                    return kept.toByteArray();
                }))
                .isEmpty();
        Run next = packed(house.begun(SyncState.DECIDED));
        assertThat(send(next)).isTrue();
        assertThat(box.files).containsOnlyKeys(SECOND + ".csv");
        assertThat(box.files.get(SECOND + ".csv").get(0)).as("the grant").hasSize(64);
    }

    /** Another node looked at what is packed, and the run was abandoned before it began to send. */
    @Test
    void isNotSent_byWhoStillGoesOn() {
        Deliveries.Row before =
                jdbi.withHandle(handle -> Deliveries.find(handle, FIRST)).orElseThrow();
        house.abandon();

        assertThat(new Send(box, Clock.systemUTC()).send(run, before)).isFalse();
        assertThat(box.files).isEmpty();
        assertThat(state(FIRST)).isEqualTo(Deliveries.State.WITHDRAWN);
    }

    /** It came late: the run that waits now takes it in, for the delivery that the abandoned one sent. */
    @Test
    void takesInItsReceipt_whenThatComesAfterwards() throws IOException {
        intended();
        jdbi.useTransaction(handle -> Deliveries.state(handle, FIRST, Deliveries.State.SENT, ""));
        String line = line();
        house.abandon();
        Run next = packed(house.begun(SyncState.DECIDED));

        assertThat(taken(next, (file, in, lines) -> {
                    lines.line(line, DeliveryReceipt.LineResult.ACCEPTED, "");
                    return new DeliveryReceipt.Functional(FIRST, 1);
                }))
                .isTrue();

        assertThat(state(FIRST)).isEqualTo(Deliveries.State.CONFIRMED);
        assertThat(next.findings().report("a", House.DAY, 0).complete()).isTrue();
    }

    /** Nobody has it, so who answers for it has it from elsewhere: it is told and recorded, and changes nothing. */
    @Test
    void tellsAReceipt_ofWhatWasWithdrawn() throws IOException {
        String line = line();
        house.abandon();
        Run next = packed(house.begun(SyncState.DECIDED));

        assertThat(taken(next, (file, in, lines) -> {
                    lines.line(line, DeliveryReceipt.LineResult.ACCEPTED, "");
                    return new DeliveryReceipt.Functional(FIRST, 1);
                }))
                .as("it is not offered for ever")
                .isTrue();

        assertThat(state(FIRST)).isEqualTo(Deliveries.State.WITHDRAWN);
        assertThat(next.findings().report("a", House.DAY, 0)).satisfies(report -> {
            assertThat(report.complete()).isFalse();
            assertThat(report.findings()).extracting(Finding::code).contains("sync.receipt-withdrawn");
        });
        List<String> recorded =
                jdbi.withHandle(handle -> handle.select("select body from ledger_entry where kind = 'RECEIPT_READ'")
                        .mapTo(String.class)
                        .list());
        assertThat(recorded).containsExactly("{\"delivery\":\"" + FIRST + "\",\"kind\":\"withdrawn\",\"lines\":1}");
        assertThat(send(next)).as("it goes out in its new delivery").isTrue();
    }

    private boolean taken(Run by, ReceiptReader reader) throws IOException {
        return jdbi.<Boolean, IOException>inTransaction(handle ->
                new TakeReceipt(reader, "TEST").take(by, handle, FIRST + ".result.p7m", InputStream.nullInputStream()));
    }

    /** Its partner's server failed while it took it: how much of it is there is not known. */
    private void intended() {
        box.broken = true;
        assertThat(send(run)).isFalse();
        box.broken = false;
        assertThat(state(FIRST)).isEqualTo(Deliveries.State.PACKED);
    }

    private boolean send(Run by) {
        return jdbi.withHandle(handle -> Deliveries.unsettled(handle, House.AGREEMENT)).stream()
                .filter(delivery -> delivery.state() == Deliveries.State.PACKED)
                .map(delivery -> new Send(box, Clock.systemUTC()).send(by, delivery))
                .reduce(true, Boolean::logicalAnd);
    }

    private String line() {
        return jdbi.withHandle(handle ->
                handle.select("select line from grants").mapTo(String.class).one());
    }

    private Deliveries.State state(String delivery) {
        return jdbi.withHandle(
                handle -> Deliveries.find(handle, delivery).orElseThrow().state());
    }

    private List<String> deliveries(Run of) {
        return jdbi.withHandle(handle -> Deliveries.ofSync(handle, of.row().id())).stream()
                .map(Deliveries.Row::name)
                .toList();
    }

    private static Run packed(Run decided) throws IOException {
        return new Pack(new Recording(new ArrayList<>()) {
                    @Override
                    public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) {
                        String file = head.name() + ".csv";
                        try (OutputStream out = sink.create(file)) {
                            lines.each(line -> write(out, line.id()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        Packed packed = super.pack(head, lines, sink);
                        return new Packed(packed.delivery(), List.of(file), packed.lines(), packed.linesPerValue());
                    }
                })
                .run(decided);
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
