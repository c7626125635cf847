package be.zeef.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each misbehaviour of a far end is still to happen. Thread-safe.
 *
 * @param <K> the misbehaviours there are
 */
public final class Trouble<K extends Enum<K>> {

    private final Map<K, Integer> left = new HashMap<>();

    public synchronized void add(K kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    public synchronized void forget() {
        left.clear();
    }

    /** Whether it is to happen now; that counts as once. */
    public synchronized boolean due(K kind) {
        int times = left.getOrDefault(kind, 0);
        if (times > 0) {
            left.put(kind, times - 1);
        }
        return times > 0;
    }
}
