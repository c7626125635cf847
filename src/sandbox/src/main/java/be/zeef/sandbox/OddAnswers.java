package be.zeef.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The odd answers that a far end is still to give, in order. Thread-safe. */
public final class OddAnswers {

    private final Queue<OddAnswer> next = new ConcurrentLinkedQueue<>();

    public void add(OddAnswer kind, int times) {
        for (int i = 0; i < times; i++) {
            next.add(kind);
        }
    }

    public void forget() {
        next.clear();
    }

    /**
     * Sends the next one, if there is one.
     *
     * @param type of the answer whose place it takes
     * @return false when the answer itself is to be sent
     */
    public boolean sent(HttpExchange exchange, String type, String answer) throws IOException {
        OddAnswer odd = next.poll();
        if (odd == null) {
            return false;
        }
        odd.send(exchange, type, answer);
        return true;
    }
}
