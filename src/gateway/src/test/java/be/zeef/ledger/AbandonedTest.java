package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.Sending;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the intents of a process that died, and of those of one that lives. */
class AbandonedTest {

    private static final Instant NOW = Instant.parse("2026-07-16T10:00:00Z");

    private static final CallIntent CALL = new CallIntent.OfPerson("s", "r", "");

    @TempDir
    Path folder;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private long write(EntryKind kind, Map<String, Object> body) {
        return ledger.ledger.append("test", 3, new Draft(kind, body, Optional.empty()));
    }

    private int closeAfter(Duration since, long before) {
        Clock then = Clock.fixed(NOW.plus(since), ZoneOffset.UTC);
        return new Abandoned(ledger.jdbi(), ledger.ledger, then).close(before);
    }

    @Test
    void shouldBeClosedEachByItsName_whenTheirProcessIsGone() {
        write(EntryKind.CALL_INTENT, Map.of("service", "s", "referte", "r"));
        write(EntryKind.DELIVERY_INTENT, Map.of("delivery", "d"));
        write(EntryKind.QUESTION_INTENT, Map.of("referte", "r-9", "file", "f"));
        write(EntryKind.ASKED, Map.of("clerk", "c"));

        assertThat(closeAfter(Duration.ZERO, 4)).isEqualTo(4);

        assertThat(ledger.entries().subList(4, 8))
                .containsExactly(
                        "CALL_OUTCOME {\"code\":\"NOT_KNOWN\",\"intent\":1}",
                        "DELIVERY_OUTCOME {\"code\":\"NOT_KNOWN\",\"intent\":2}",
                        "QUESTION_OUTCOME {\"code\":\"NOT_KNOWN\",\"referte\":\"r-9\"}",
                        "ANSWERED {\"answer\":\"NOT_KNOWN\",\"asked\":4}");
        assertThat(ledger.open()).isEmpty();
        assertThat(closeAfter(Duration.ZERO, 8)).as("once").isZero();
    }

    @Test
    void shouldStayOpen_whileItMayBeUnderWayElsewhere() {
        long call = write(EntryKind.CALL_INTENT, Map.of("service", "s"));

        assertThat(closeAfter(Abandoned.LONGEST, 0)).isZero();
        assertThat(ledger.open()).containsExactly(call);
        assertThat(closeAfter(Abandoned.LONGEST.plusMillis(1), 0)).isOne();
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void shouldStayOpenForAsLongAsItSays_whenItTakesLonger() {
        Duration two = Duration.ofDays(2);
        write(EntryKind.CALL_INTENT, Map.of("notAfter", NOW.plus(two).toString()));

        assertThat(closeAfter(two, 0)).isZero();
        assertThat(closeAfter(two.plus(Abandoned.LONGEST).plusMillis(1), 0)).isOne();
    }

    /** What a field of another name or a text says of an intent is no outcome. */
    @Test
    void shouldStayOpen_whenNoOutcomeNamesIt() {
        long call = write(EntryKind.CALL_INTENT, Map.of());
        write(EntryKind.CALL_OUTCOME, Map.of("code", "x\",\"intent\":1,\"y"));
        write(EntryKind.DELIVERY_OUTCOME, Map.of("intent", call));
        write(EntryKind.DELIVERY_OUTCOME, Map.of("delivery", "d"));
        write(EntryKind.CALL_OUTCOME, Map.of("intent", 11));

        assertThat(ledger.open()).containsExactly(call);
    }

    @Test
    void shouldFindTheOldOneAgain_whenYoungerOnesWereSettledAfterIt() {
        write(EntryKind.CALL_INTENT, Map.of());
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            new Deeds(ledger.ledger, "test", 3).around(CALL, () -> Deeds.End.of("", new CallOutcome.Ended("OK")));
            closeAfter(Duration.ZERO, 0);
            seen.addAll(ledger.open());
        }

        assertThat(seen).hasSize(20).containsOnly(1L);
        assertThat(closeAfter(Duration.ofDays(1), 0)).isOne();
    }

    @Test
    void shouldBeClosedOnce_whenTwoNodesStartAtOnce() {
        IntStream.range(0, 50).forEach(i -> write(EntryKind.CALL_INTENT, Map.of()));

        List<CompletableFuture<Integer>> both = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> closeAfter(Duration.ZERO, 50)))
                .toList();

        assertThat(both.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(50);
        assertThat(ledger.entries()).hasSize(100);
    }

    @Test
    void shouldKeepTheTrueOutcomeToo_whenItComesAfterAll() {
        Deeds deeds = new Deeds(ledger.ledger, "test", 3);
        deeds.around(new DeliveryIntent.OfGrants("d", 3), () -> {
            closeAfter(Duration.ofDays(1), 0);
            return Deeds.End.of("", new DeliveryOutcome.OfFiles(Sending.SENT));
        });

        assertThat(ledger.entries())
                .containsExactly(
                        "DELIVERY_INTENT {\"delivery\":\"d\",\"lines\":3}",
                        "DELIVERY_OUTCOME {\"code\":\"NOT_KNOWN\",\"intent\":1}",
                        "DELIVERY_OUTCOME {\"code\":\"SENT\",\"intent\":1}");
        assertThat(ledger.open()).isEmpty();
    }
}
