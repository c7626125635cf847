package be.zeef.counter;

import be.zeef.question.QuestionDesk;
import be.zeef.validation.InvalidMessageException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one desk for each agreement and day in use: making one reads the agreement, its approvals and its rule. Every day
 * gets a new one, so that an approval that ran out is noticed; what was edited since is noticed by each question. Thread-safe.
 */
final class Desks {

    /** Days are asked for freely; when so many desks are kept they are all made anew. */
    private static final int MOST = 64;

    private final DeskMaker maker;
    private final Standing standing;
    private final Map<Key, QuestionDesk> desks = new ConcurrentHashMap<>();

    Desks(DeskMaker maker, Standing standing) {
        this.maker = maker;
        this.standing = standing;
    }

    private record Key(String agreement, LocalDate on) {}

    /** @throws ProblemException 404 when nothing can be asked under this agreement for this day, 503 when it was edited */
    QuestionDesk desk(String agreement, LocalDate on) {
        standing.require(agreement);
        if (desks.size() >= MOST) {
            desks.clear();
        }
        try {
            return desks.computeIfAbsent(new Key(agreement, on), key -> maker.desk(key.agreement(), key.on()));
        } catch (InvalidMessageException e) {
            throw ProblemException.because(404, "counter.agreement", e);
        }
    }
}
