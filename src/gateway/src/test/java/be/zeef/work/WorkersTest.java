package be.zeef.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @Test
    void doesAllOfThem_neverMoreAtOnceThanAllowed_andAsManyAsThat() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        new Workers(3).each(MANY, each -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            full.countDown();
            full.await();
            done.add(each);
            running.decrementAndGet();
        });

        assertThat(done).containsExactlyInAnyOrderElementsOf(MANY);
        assertThat(most).hasValue(3);
    }

    @Test
    void takesTheNextOnlyWhenThereIsRoom() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Iterable<Integer> counted = () -> MANY.stream()
                .peek(each -> assertThat(taken.incrementAndGet() - ended.get()).isLessThanOrEqualTo(4))
                .iterator();
        new Workers(2).each(counted, each -> ended.incrementAndGet());

        assertThat(taken).hasValue(MANY.size());
    }

    @Test
    void doesNothing_whenThereIsNothing() throws Exception {
        Workers workers = new Workers(4);
        workers.each(List.of(), each -> done.add(1));

        assertThat(done).isEmpty();
        assertThat(workers.stopped()).isTrue();
    }

    @Test
    void endsAllAndThrowsTheErrorOfOne_whileAnotherWaits() {
        IllegalArgumentException error = new IllegalArgumentException("of one");
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Workers workers = new Workers(2);

        assertThatThrownBy(() -> workers.each(MANY, each -> {
                    if (each == 0) {
                        assertThat(workers.stopped()).isFalse();
                        waiting.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            assertThat(workers.stopped()).isTrue();
                            interrupted.countDown();
                        }
                    } else {
                        waiting.await();
                        done.add(each);
                        throw error;
                    }
                }))
                .isSameAs(error);
        assertThat(done).containsExactly(1);
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void throwsACheckedErrorAsTheCauseOfAnother() {
        assertThatThrownBy(() -> new Workers(2).each(MANY, each -> {
                    throw new IOException("of one");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void stopsAndWaitsForThoseUnderWay_whenTheThreadIsAskedToStop() {
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> new Workers(2).each(MANY, each -> {
                    caller.interrupt();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        done.add(each);
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(done).isNotEmpty().hasSizeLessThanOrEqualTo(2);
        Thread.interrupted();
    }

    /** Each piece of work asks the caller to stop, and needs a moment to end: none of them is left behind. */
    @Test
    void waitsForThoseUnderWay_howeverOftenTheThreadIsAskedToStop() {
        Thread caller = Thread.currentThread();
        CountDownLatch both = new CountDownLatch(2);
        assertThatThrownBy(() -> new Workers(2).each(MANY, each -> {
                    both.countDown();
                    try {
                        both.await();
                        caller.interrupt();
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        caller.interrupt();
                        LockSupport.parkNanos(100_000_000);
                        caller.interrupt();
                        done.add(each);
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(done).hasSize(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesToDoNoneAtATime() {
        assertThatThrownBy(() -> new Workers(0)).hasMessageContaining("atOnce");
    }
}
