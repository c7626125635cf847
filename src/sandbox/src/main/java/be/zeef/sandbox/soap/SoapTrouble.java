package be.zeef.sandbox.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How often each misbehaviour is still to happen. Thread-safe. */
final class SoapTrouble {

    private final Map<SoapMisbehaviour, Integer> left = new EnumMap<>(SoapMisbehaviour.class);

    synchronized void add(SoapMisbehaviour kind, int times) {
        left.merge(kind, times, Integer::sum);
    }

    /** One exception to answer with, a number of times. */
    record Told(int level, String code, String type) {}

    private final Deque<Told> told = new ArrayDeque<>();

    synchronized void tell(Told exception, int times) {
        for (int i = 0; i < times; i++) {
            told.add(exception);
        }
    }

    synchronized void forget() {
        told.clear();
        left.clear();
    }

    /** The next exception to answer with instead of an answer. */
    synchronized Optional<Told> next() {
        return Optional.ofNullable(told.poll());
    }

    synchronized boolean due(SoapMisbehaviour kind) {
        int times = left.getOrDefault(kind, 0);
        if (times > 0) {
            left.put(kind, times - 1);
        }
        return times > 0;
    }
}
