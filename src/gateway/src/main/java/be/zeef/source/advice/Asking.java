package be.zeef.source.advice;

import be.zeef.ledger.HaltedException;
import be.zeef.ledger.ObjectedException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks rounds of questions side by side, and stops waiting as soon as the rest cannot matter or the time is over. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final LocalAdvice.Sources sources;
    private final LocalDate on;
    private final long until;
    private final BooleanSupplier enough;

    /**
     * @param until moment of {@link System#nanoTime} at which what is open stays unknown
     * @param enough whether what is still open cannot change anything
     */
    Asking(LocalAdvice.Sources sources, LocalDate on, long until, BooleanSupplier enough) {
        this.sources = sources;
        this.on = on;
        this.until = until;
        this.enough = enough;
    }

    void round(List<QuestionUnderWay> questions) {
        // of this round only: an answer that comes after its round is in the ledger, and nowhere else
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        questions.forEach(question -> sources.workers().execute(() -> answers.add(orNothing(question, left, over))));
        try {
            take(questions.size(), answers);
        } finally {
            over.set(true);
        }
    }

    private void take(int questions, BlockingQueue<Runnable> answers) {
        for (int open = questions; open > 0 && !enough.getAsBoolean(); open--) {
            Runnable next = next(answers);
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    /** A source that fails in a way that was not foreseen is one that said nothing. */
    private Runnable orNothing(QuestionUnderWay question, Duration left, AtomicBoolean over) {
        try {
            return over.get() ? () -> {} : asked(question, left);
        } catch (ObjectedException e) {
            // entered since, or under a number that was learned of only now
            return question.objected();
        } catch (HaltedException e) {
            // nobody said nothing: what is under way stops where it is taken
            return () -> {
                throw e;
            };
        } catch (RuntimeException e) {
            LOG.error("a source failed unforeseen: {}", e.getClass().getName());
            return () -> {};
        }
    }

    /**
     * Of who objected no call is made; and neither what was answered before, in the same run, is used any more, nor an answer by which it
     * is learned that somebody who objected has this number, too.
     */
    private Runnable asked(QuestionUnderWay question, Duration left) {
        Runnable answered = question.ask(on, sources, left);
        return question.journal().isObjected() ? question.objected() : answered;
    }

    private Runnable next(BlockingQueue<Runnable> answers) {
        try {
            return answers.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
