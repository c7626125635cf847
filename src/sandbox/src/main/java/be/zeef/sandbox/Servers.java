package be.zeef.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was started, to be stopped in the reverse order. */
final class Servers implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T opened(T server) {
        open.push(server);
        return server;
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(server -> {
            try {
                server.close();
            } catch (Exception e) {
                throw new SandboxException("A sandbox server did not stop: " + e.getMessage(), e);
            }
        });
        open.clear();
    }
}
