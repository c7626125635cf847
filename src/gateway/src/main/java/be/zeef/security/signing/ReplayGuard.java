package be.zeef.security.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Admits each signed answer once. What was admitted is remembered until the partner's own time has passed it by a window,
 * or until there are too many; whatever is forgotten raises the floor below which nothing is admitted any more. So an
 * answer that is forgotten is stale by that alone, and our own clock may jump as it likes: it is not asked here.
 *
 * <p>One per endpoint and process. Another node does not know what this one admitted, and does not need to: every question
 * carries a fresh Referte or ticket, the answer repeats it inside what is signed, and no other question takes it.
 * Thread-safe.
 */
final class ReplayGuard {

    private final Duration window;
    private final int most;
    private final TreeMap<Instant, Set<String>> seen = new TreeMap<>();
    private Instant floor = Instant.MIN;
    private int size;

    /**
     * @param window how far behind the newest answer another may have been created
     * @param most how many answers are remembered
     */
    ReplayGuard(Duration window, int most) {
        this.window = window;
        this.most = most;
    }

    /**
     * Whether this answer is met for the first time and is not older than what was forgotten.
     *
     * @param created when the partner says it was made
     * @param signature what no other answer has
     */
    synchronized boolean admits(Instant created, String signature) {
        if (!created.isAfter(floor)
                || !seen.computeIfAbsent(created, none -> new HashSet<>(2)).add(signature)) {
            return false;
        }
        size++;
        raise(seen.lastKey().minus(window));
        while (size > most) {
            raise(seen.firstKey());
        }
        return true;
    }

    private void raise(Instant to) {
        if (to.isAfter(floor)) {
            floor = to;
            Map<Instant, Set<String>> past = seen.headMap(floor, true);
            size -= past.values().stream().mapToInt(Set::size).sum();
            past.clear();
        }
    }
}
