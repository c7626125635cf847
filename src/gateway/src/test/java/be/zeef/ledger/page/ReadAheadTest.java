package be.zeef.ledger.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    /** Numbers up to this one, in pages of three. */
    private static Function<Optional<Integer>, List<Integer>> upTo(int last) {
        return after -> {
            int first = after.orElse(0) + 1;
            return IntStream.rangeClosed(first, Math.min(first + 2, last))
                    .boxed()
                    .toList();
        };
    }

    @Test
    void shouldTellAllInTheirOrder() {
        for (int last = 0; last < 10; last++) {
            List<Integer> told = new ArrayList<>();
            try (ReadAhead<Integer> numbers = new ReadAhead<>(upTo(last))) {
                numbers.forEachRemaining(told::add);
            }
            assertThat(told).isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
        }
    }

    @Test
    void shouldReadTheNext_whileOneIsWorkedOn() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        try (ReadAhead<Integer> numbers = new ReadAhead<>(after -> {
            after.ifPresent(any -> second.countDown());
            return upTo(6).apply(after);
        })) {
            assertThat(numbers.next()).isOne();
            assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Memory holds two pages, however slowly they are worked on. */
    @Test
    void shouldReadNoFurtherThanTheNext() {
        AtomicInteger read = new AtomicInteger();
        ReadAhead<Integer> numbers = new ReadAhead<>(after -> {
            read.incrementAndGet();
            return upTo(100).apply(after);
        });
        numbers.next();
        numbers.close();

        assertThat(read).hasValue(2);
    }

    @Test
    void shouldFailAsReadingDid_whereItDid() {
        try (ReadAhead<Integer> numbers = new ReadAhead<>(after -> {
            if (after.isPresent()) {
                throw new IllegalStateException("the database is lost");
            }
            return List.of(1);
        })) {
            assertThat(numbers.next()).isOne();
            assertThatThrownBy(numbers::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the database is lost");
        }
    }

    /** Its connection is somebody else's after that. */
    @Test
    void shouldBeClosedOnlyWhenNothingIsRead_alsoInAThreadThatIsAskedToStop() {
        AtomicBoolean ended = new AtomicBoolean();
        ReadAhead<Integer> numbers = new ReadAhead<>(after -> {
            IntStream.range(0, 1000).forEach(any -> Thread.yield());
            ended.set(true);
            return List.of();
        });
        Thread.currentThread().interrupt();
        numbers.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
    }
}
