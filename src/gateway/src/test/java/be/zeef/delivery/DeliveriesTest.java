package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.packing.DeliveryHead;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packed deliveries: each is called what no other is, and its files come back as they were. */
@ContractOf({"delivery", "delivery_file", "delivery_part"})
class DeliveriesTest {

    private static final DeliveryHead HEAD = head(1);

    private final Handle handle;

    DeliveriesTest(Handle handle) {
        this.handle = handle;
    }

    private static DeliveryHead head(int sequence) {
        return new DeliveryHead(
                "TEST", "a", 2026, sequence, LocalDate.of(2026, 7, 16), "gent.be", DeliveryHead.Format.CSV);
    }

    private void write(String file, byte[] content, int at) throws IOException {
        try (OutputStream out = Deliveries.create(handle, HEAD.name(), file)) {
            for (int begin = 0; begin < content.length; begin += at) {
                out.write(content, begin, Math.min(at, content.length - begin));
            }
        }
    }

    private byte[] read(String file) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        Deliveries.copy(handle, HEAD.name(), file, read);
        return read.toByteArray();
    }

    @Test
    void areCountedByWhatTheyAreCalled_underWhicheverAgreement() {
        assertThat(Deliveries.nextSequence(handle, "TEST", 2026)).isOne();
        Deliveries.insert(handle, HEAD, "a", 7);

        assertThat(Deliveries.nextSequence(handle, "TEST", 2026)).isEqualTo(2);
        assertThat(Deliveries.nextSequence(handle, "TEST", 2027)).isOne();
        assertThat(Deliveries.nextSequence(handle, "TES", 2026)).isOne();
        assertThat(Deliveries.nextSequence(handle, "TESTS", 2026)).isOne();
        assertThat(Deliveries.nextSequence(handle, "T_ST", 2026)).isOne();
    }

    @Test
    void haveANameOfTheirOwn() {
        Deliveries.insert(handle, HEAD, "a", 7);

        assertThatThrownBy(() -> Deliveries.insert(handle, HEAD, "b", 8)).matches(Duplicates::caused);
    }

    @Test
    void haveANameOfTheirOwn_ofTwoThatArePackedAtOnce(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> Deliveries.insert(one, HEAD, "a", 7), other -> {
                    Deliveries.insert(other, HEAD, "b", 8);
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(Deliveries.find(handle, HEAD.name()).orElseThrow().syncId()).isEqualTo(7);
    }

    @Test
    void areUnsettled_untilTheRecipientSaidTheLastWord() {
        Deliveries.insert(handle, HEAD, "a", 7);
        Deliveries.packed(handle, HEAD.name(), 3, List.of("two", "one"));
        assertThat(Deliveries.files(handle, HEAD.name()))
                .as("as they were packed")
                .containsExactly("two", "one");
        assertThat(Deliveries.find(handle, HEAD.name()))
                .contains(new Deliveries.Row(HEAD.name(), 7, 3, Deliveries.State.PACKED, ""));

        Deliveries.sent(handle, HEAD.name(), "2026-07-16T10:00:00Z");
        assertThat(Deliveries.unsettled(handle, "a"))
                .extracting(Deliveries.Row::state)
                .containsExactly(Deliveries.State.SENT);
        Deliveries.state(handle, HEAD.name(), Deliveries.State.CONFIRMED, "OK");
        assertThat(Deliveries.unsettled(handle, "a")).isEmpty();
        assertThat(Deliveries.ofSync(handle, 7)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = "PACKED", mode = EnumSource.Mode.EXCLUDE)
    void areNotSentAgain_whateverBecameOfThem(Deliveries.State state) {
        Deliveries.insert(handle, HEAD, "a", 7);
        Deliveries.state(handle, HEAD.name(), state, "X");
        Deliveries.sent(handle, HEAD.name(), "2026-07-16T10:00:00Z");

        assertThat(Deliveries.find(handle, HEAD.name())).contains(new Deliveries.Row(HEAD.name(), 7, 0, state, "X"));
    }

    @Test
    void areToldOldestFirst_ofTheirAgreementAndOfTheirRun() {
        for (int sequence : new int[] {10, 2, 1}) {
            Deliveries.insert(handle, head(sequence), "a", sequence == 10 ? 8 : 7);
        }

        assertThat(Deliveries.unsettled(handle, "a"))
                .extracting(Deliveries.Row::name)
                .containsExactly(head(1).name(), head(2).name(), head(10).name());
        assertThat(Deliveries.unsettled(handle, "b")).isEmpty();
        assertThat(Deliveries.ofSync(handle, 7))
                .extracting(Deliveries.Row::name)
                .containsExactly(head(1).name(), head(2).name());
    }

    @Test
    void giveAFileBackAsItWas_largerThanAPartOrEmpty() throws IOException {
        byte[] content = new byte[1_300_000];
        new Random(7).nextBytes(content);
        Deliveries.insert(handle, HEAD, "a", 7);
        write("one", content, 100_000);
        write("two", content, content.length);
        write("three", new byte[0], 1);

        assertThat(read("one")).isEqualTo(content);
        assertThat(read("two")).isEqualTo(content);
        assertThat(read("three")).isEmpty();
        assertThat(read("four")).isEmpty();
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() throws IOException {
        handle.begin();
        Deliveries.insert(handle, HEAD, "a", 7);
        write("one", new byte[] {1}, 1);
        Deliveries.packed(handle, HEAD.name(), 1, List.of("one"));
        handle.rollback();

        assertThat(Deliveries.find(handle, HEAD.name())).isEmpty();
        assertThat(Deliveries.files(handle, HEAD.name())).isEmpty();
        assertThat(read("one")).isEmpty();
        assertThat(Deliveries.nextSequence(handle, "TEST", 2026)).isOne();
    }

    @Test
    void haveNoFileWithoutThem() {
        assertThatThrownBy(() -> write("one", new byte[] {1}, 1)).message().containsIgnoringCase("foreign key");
        assertThatThrownBy(() -> Deliveries.packed(handle, HEAD.name(), 1, List.of("one")))
                .message()
                .containsIgnoringCase("foreign key");
    }

    @Test
    void keepWhatIsLong() throws IOException {
        String file = Longest.of(handle, "delivery_file", "file");
        String code = Longest.of(handle, "delivery", "code");
        Deliveries.insert(handle, HEAD, Longest.of(handle, "delivery", "agreement"), Long.MAX_VALUE);
        write(file, new byte[] {1}, 1);
        Deliveries.packed(handle, HEAD.name(), Long.MAX_VALUE, List.of(file));
        Deliveries.state(handle, HEAD.name(), Deliveries.State.CONFIRMED, code);

        assertThat(Deliveries.find(handle, HEAD.name()))
                .contains(new Deliveries.Row(
                        HEAD.name(), Long.MAX_VALUE, Long.MAX_VALUE, Deliveries.State.CONFIRMED, code));
        assertThat(Deliveries.files(handle, HEAD.name())).containsExactly(file);
        assertThat(read(file)).containsExactly(1);
    }
}
