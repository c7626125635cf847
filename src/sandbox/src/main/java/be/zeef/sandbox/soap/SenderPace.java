package be.zeef.sandbox.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts each sender's calls of the last second. */
final class SenderPace {

    private final int most;
    private final Map<String, Deque<Long>> calls = new HashMap<>();

    SenderPace(int most) {
        this.most = most;
    }

    /** False when this call is one too many. */
    synchronized boolean allows(String uri) {
        long now = System.nanoTime();
        Deque<Long> last = calls.computeIfAbsent(uri, none -> new ArrayDeque<>());
        while (!last.isEmpty() && now - last.peekFirst() > 1_000_000_000L) {
            last.pollFirst();
        }
        if (last.size() >= most) {
            return false;
        }
        last.addLast(now);
        return true;
    }
}
