package be.zeef.counter;

import be.zeef.question.QuestionDesk;
import be.zeef.validation.InvalidMessageException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one desk for each agreement and day in use: making one reads the agreement, its approvals and its rule. Every day
 * gets a new one, so that an approval that ran out is noticed. Thread-safe.
 */
final class Desks {

    /** Days are asked for freely; when so many desks are kept they are all made anew. */
    private static final int MOST = 64;

    private final DeskMaker maker;
    private final Map<Key, QuestionDesk> desks = new ConcurrentHashMap<>();

    Desks(DeskMaker maker) {
        this.maker = maker;
    }

    private record Key(String agreement, LocalDate on) {}

    /** @throws ProblemException 404 when nothing can be asked under this agreement for this day */
    QuestionDesk desk(String agreement, LocalDate on) {
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
