package be.zeef.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was started, to be stopped in the reverse order. */
final class Servers implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T opened(T server) {
        open.push(server);
        return server;
    }

    /** Stops all of them, also those after one that does not stop. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            Exception first = failures.remove(0);
            SandboxException failure =
                    new SandboxException("A sandbox server did not stop: " + first.getMessage(), first);
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
