package be.zeef.sandbox.soap;

import java.util.EnumMap;
import java.util.Map;

/** How often each misbehaviour is still to happen. Thread-safe. */
final class SoapTrouble {

    private final Map<SoapMisbehaviour, Integer> left = new EnumMap<>(SoapMisbehaviour.class);

    synchronized void add(SoapMisbehaviour kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    synchronized boolean due(SoapMisbehaviour kind) {
        int times = left.getOrDefault(kind, 0);
        if (times > 0) {
            left.put(kind, times - 1);
        }
        return times > 0;
    }
}
