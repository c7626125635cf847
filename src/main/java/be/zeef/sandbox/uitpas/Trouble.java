package be.zeef.sandbox.uitpas;

import java.util.EnumMap;
import java.util.Map;

/** How often each misbehaviour is still to happen. Thread-safe. */
final class Trouble {

    private final Map<UitpasMisbehaviour, Integer> left = new EnumMap<>(UitpasMisbehaviour.class);

    synchronized void add(UitpasMisbehaviour kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    synchronized void forget() {
        left.clear();
    }

    synchronized boolean due(UitpasMisbehaviour kind) {
        int times = left.getOrDefault(kind, 0);
        if (times > 0) {
            left.put(kind, times - 1);
        }
        return times > 0;
    }
}
