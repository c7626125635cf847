package be.zeef.sandbox.files;

import java.util.EnumMap;
import java.util.Map;

/** How often each misbehaviour is still to happen. Thread-safe. */
final class Misbehaviours {

    private final Map<FileMisbehaviour, Integer> left = new EnumMap<>(FileMisbehaviour.class);

    synchronized void add(FileMisbehaviour kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    /** True, and one time fewer, when this one is due. */
    synchronized boolean due(FileMisbehaviour kind) {
        int times = left.getOrDefault(kind, 0);
        if (times > 0) {
            left.put(kind, times - 1);
        }
        return times > 0;
    }
}
