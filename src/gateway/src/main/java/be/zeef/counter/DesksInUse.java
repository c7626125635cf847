package be.zeef.counter;

import be.zeef.question.QuestionDesk;
import be.zeef.validation.InvalidMessageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one desk for each agreement and day in use: making one reads the agreement, its approvals and its rule. Every day
 * gets a new one, so that an approval that ran out is noticed; what was edited since is noticed by each question. A refusal
 * reads as much, so it is kept for a while too. Thread-safe.
 */
final class DesksInUse {

    /** Days are asked for freely; when so many desks are kept they are all made anew, and so are refusals. */
    private static final int MOST = 64;

    /** How long a refusal is repeated without looking: an approval that came meanwhile is noticed after it. */
    private static final Duration REPEATED = Duration.ofMinutes(1);

    private final DeskMaker maker;
    private final UnchangedAgreements standing;
    private final Clock clock;
    private final Map<Key, QuestionDesk> desks = new ConcurrentHashMap<>();
    private final Map<Key, Refused> refusals = new ConcurrentHashMap<>();

    DesksInUse(DeskMaker maker, UnchangedAgreements standing, Clock clock) {
        this.maker = maker;
        this.standing = standing;
        this.clock = clock;
    }

    private record Key(String agreement, LocalDate on) {}

    private record Refused(InvalidMessageException why, Instant until) {}

    /** @throws ProblemException 404 when nothing can be asked under this agreement for this day, 503 when it was edited */
    QuestionDesk desk(String agreement, LocalDate on) {
        standing.require(agreement);
        if (desks.size() >= MOST) {
            desks.clear();
        }
        Key asked = new Key(agreement, on);
        refusal(asked).ifPresent(known -> {
            throw ProblemException.because(404, "counter.agreement", known);
        });
        try {
            return desks.computeIfAbsent(asked, key -> maker.desk(key.agreement(), key.on()));
        } catch (InvalidMessageException e) {
            refuse(asked, e);
            throw ProblemException.because(404, "counter.agreement", e);
        }
    }

    private Optional<InvalidMessageException> refusal(Key asked) {
        return Optional.ofNullable(refusals.get(asked))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Refused::why);
    }

    private void refuse(Key asked, InvalidMessageException why) {
        if (refusals.size() >= MOST) {
            refusals.clear();
        }
        refusals.put(asked, new Refused(why, clock.instant().plus(REPEATED)));
    }
}
