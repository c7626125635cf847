package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.zeef.ledger.event.Answered;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.DeedOutcome;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.Intent;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.QuestionFileOutcome;
import be.zeef.ledger.event.QuestionIntent;
import be.zeef.ledger.event.Sending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An intent always gets an outcome. */
class DeedsTest {

    private static final String SECRET = "85651200136";

    private static final CallIntent CALL = new CallIntent.OfPerson("s", "r", "");
    private static final DeliveryIntent DELIVERY = new DeliveryIntent.OfGrants("d", 3);

    @TempDir
    Path folder;

    private TestLedger ledger;
    private Deeds deeds;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder, Clock.systemUTC());
        deeds = new Deeds(ledger.ledger, "test", 7);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void shouldHaveBoth_whenACallEnds() {
        assertBoth(
                CALL, new CallOutcome.FilesTaken("OK", 2), "CALL_OUTCOME {\"code\":\"OK\",\"files\":2,\"intent\":1}");
    }

    @Test
    void shouldHaveBoth_whenAQuestionIsAnswered() {
        assertBoth(
                new QuestionIntent("v", "", "an", LocalDate.of(2026, 7, 16)),
                new Answered("yes", "v"),
                "ANSWERED {\"answer\":\"yes\",\"asked\":1,\"version\":\"v\"}");
    }

    @Test
    void shouldHaveBoth_whenAQuestionFileIsSent() {
        assertBoth(
                new QuestionFileIntent("LIST", "f", "r-1", 2, "a"),
                new QuestionFileOutcome(Sending.SENT),
                "QUESTION_OUTCOME {\"code\":\"SENT\",\"referte\":\"r-1\"}");
    }

    @Test
    void shouldHaveBoth_whenADeliveryIsHandedOver() {
        assertBoth(
                DELIVERY,
                new DeliveryOutcome.OfFiles(Sending.SENT),
                "DELIVERY_OUTCOME {\"code\":\"SENT\",\"intent\":1}");
    }

    private <O extends DeedOutcome> void assertBoth(Intent<O> intent, O outcome, String written) {
        String result = deeds.around(intent, () -> Deeds.End.of("done", outcome));

        assertThat(result).isEqualTo("done");
        assertThat(ledger.entries()).hasSize(2).last().isEqualTo(written);
        assertThat(ledger.open()).isEmpty();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IOException(SECRET),
                new IllegalStateException(SECRET),
                new InterruptedException(SECRET),
                new StackOverflowError(SECRET),
                new OutOfMemoryError(SECRET),
                new AssertionError(SECRET));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldHaveBothAndThrowOn_whateverIsThrown(Throwable failure) {
        assertThatThrownBy(() -> deeds.around(CALL, () -> {
                    throw DeedsTest.<Exception>sneaky(failure);
                }))
                .isSameAs(failure);

        assertThat(ledger.entries().get(1))
                .isEqualTo("CALL_OUTCOME {\"code\":\"BROKE_OFF\",\"intent\":1,\"why\":\""
                        + failure.getClass().getSimpleName() + "\"}")
                .doesNotContain(SECRET);
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void shouldHaveBothAndStayStopped_whenTheThreadIsStopped() {
        deeds.around(CALL, () -> {
            Thread.currentThread().interrupt();
            return Deeds.End.of("", new CallOutcome.Ended("CUT_OFF"));
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger.entries().get(1)).contains("CUT_OFF");
    }

    /** A run that fails stops its other threads wherever they are, in the middle of a write too. */
    @Test
    void shouldHaveBoth_atWhateverMomentTheThreadIsStopped() throws Exception {
        Random random = new Random(20260716);
        for (int i = 0; i < 300; i++) {
            Thread worker = new Thread(() -> deeds.around(CALL, () -> Deeds.End.of("", new CallOutcome.Ended("OK"))));
            worker.setUncaughtExceptionHandler((thread, stopped) -> {});
            worker.start();
            long until = System.nanoTime() + random.nextInt(1_500_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            worker.interrupt();
            worker.join();
        }

        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.entries()).hasSizeGreaterThan(100);
    }

    @Test
    void shouldSayThatItBrokeOffAndStoreNothing_whenItsEndCannotBeStored() {
        Throwable failure = catchThrowable(
                () -> deeds.around(DELIVERY, () -> Deeds.End.of("", new DeliveryOutcome.OfFiles(Sending.SENT))
                        .storing(handle -> {
                            handle.execute("update ledger_settled set id = 99");
                            handle.execute("insert into no_such_table values (1)");
                        })));

        assertThat(failure).isNotNull();
        assertThat(ledger.entries().get(1)).startsWith("DELIVERY_OUTCOME {\"code\":\"BROKE_OFF\"");
        assertThat(ledger.jdbi().<Long, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select id from ledger_settled")
                        .mapTo(Long.class)
                        .one()))
                .isZero();
    }

    @Test
    void shouldNotBegin_whenTheIntentCannotBeWritten() {
        boolean[] done = {false};
        ledger.jdbi().useHandle(handle -> handle.execute("alter table ledger_head rename to ledger_gone"));

        assertThatThrownBy(() -> deeds.around(CALL, () -> {
                    done[0] = true;
                    return Deeds.End.of("", new CallOutcome.Ended("OK"));
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(done[0]).isFalse();
    }

    @Test
    void shouldBeClosedByTheNextStart_whenNotEvenTheFailureCanBeWritten() {
        Throwable failure = catchThrowable(() -> deeds.around(CALL, () -> {
            ledger.jdbi().useHandle(handle -> handle.execute("alter table ledger_head rename to ledger_gone"));
            throw new IllegalStateException("first");
        }));
        assertThat(failure).hasMessage("first");
        assertThat(failure.getSuppressed()).hasSize(1);
        ledger.jdbi().useHandle(handle -> handle.execute("alter table ledger_gone rename to ledger_head"));
        assertThat(ledger.open()).containsExactly(1L);

        new Abandoned(ledger.jdbi(), ledger.ledger, Clock.systemUTC()).close(1);

        assertThat(ledger.open()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneaky(Throwable any) throws X {
        throw (X) any;
    }
}
