package be.zeef.sandbox.delivery;

import java.util.EnumMap;
import java.util.Map;

/** How often each misbehaviour is still to happen. Thread-safe. */
final class DeliveryTrouble {

    private final Map<DeliveryMisbehaviour, Integer> left = new EnumMap<>(DeliveryMisbehaviour.class);

    synchronized void add(DeliveryMisbehaviour kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    /** True, and one time fewer, when this one is due. */
    synchronized boolean due(DeliveryMisbehaviour kind) {
        int times = left.getOrDefault(kind, 0);
        left.put(kind, Math.max(0, times - 1));
        return times > 0;
    }
}
