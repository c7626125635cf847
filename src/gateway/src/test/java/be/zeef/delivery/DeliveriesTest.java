package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.packing.DeliveryHead;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code delivery}, {@code delivery_file} and {@code delivery_part}. */
class DeliveriesTest {

    private static final DeliveryHead HEAD =
            new DeliveryHead("TEST", "a", 2026, 1, LocalDate.of(2026, 7, 16), "gent.be", DeliveryHead.Format.CSV);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsADelivery_untilItIsSettled(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                assertThat(Deliveries.nextSequence(handle, "TEST", 2026)).isOne();
                Deliveries.insert(handle, HEAD, "a", 7);
                Deliveries.packed(handle, HEAD.name(), 3, List.of("one", "two"));
                assertThat(Deliveries.nextSequence(handle, "TEST", 2026))
                        .as("of whichever agreement: a recipient knows deliveries by their name")
                        .isEqualTo(2);
                assertThat(Deliveries.nextSequence(handle, "TEST", 2027)).isOne();
                assertThat(Deliveries.nextSequence(handle, "TES", 2026)).isOne();
                assertThat(Deliveries.files(handle, HEAD.name())).containsExactly("one", "two");
                assertThat(Deliveries.find(handle, HEAD.name()))
                        .contains(new Deliveries.Row(HEAD.name(), 7, 3, Deliveries.State.PACKED, ""));

                Deliveries.sent(handle, HEAD.name(), "2026-07-16T10:00:00Z");
                assertThat(Deliveries.unsettled(handle, "a"))
                        .extracting(Deliveries.Row::state)
                        .containsExactly(Deliveries.State.SENT);
                Deliveries.state(handle, HEAD.name(), Deliveries.State.CONFIRMED, "OK");
                assertThat(Deliveries.unsettled(handle, "a")).isEmpty();
                assertThat(Deliveries.ofSync(handle, 7)).hasSize(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAFileBackAsItWas_largerThanAPart(TestDatabase database) throws IOException {
        byte[] content = new byte[1_300_000];
        new Random(7).nextBytes(content);
        try (Storage storage = database.open(folder)) {
            storage.jdbi().<IOException>useTransaction(handle -> {
                Deliveries.insert(handle, HEAD, "a", 7);
                try (OutputStream out = Deliveries.create(handle, HEAD.name(), "one")) {
                    for (int begin = 0; begin < content.length; begin += 100_000) {
                        out.write(content, begin, 100_000);
                    }
                }
            });
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            storage.jdbi().<IOException>useHandle(handle -> Deliveries.copy(handle, HEAD.name(), "one", read));
            assertThat(read.toByteArray()).isEqualTo(content);
        }
    }
}
