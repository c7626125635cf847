package be.zeef.sandbox.ivago;

import java.util.EnumMap;
import java.util.Map;

/** How often each misbehaviour is still to happen. Thread-safe. */
final class IvagoTrouble {

    private final Map<IvagoMisbehaviour, Integer> left = new EnumMap<>(IvagoMisbehaviour.class);

    synchronized void add(IvagoMisbehaviour kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    /** True, and one time fewer, when this one is due. */
    synchronized boolean due(IvagoMisbehaviour kind) {
        int times = left.getOrDefault(kind, 0);
        left.put(kind, Math.max(0, times - 1));
        return times > 0;
    }
}
