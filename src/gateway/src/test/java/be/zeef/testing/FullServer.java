package be.zeef.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port that is listened on, and where nobody is let in any more: whoever connects waits. */
public final class FullServer implements AutoCloseable {

    private static final int MOST = 100;
    private static final int PATIENCE = 500;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    public FullServer() throws IOException {
        try {
            for (int i = 0; i < MOST; i++) {
                Socket caller = new Socket();
                waiting.add(caller);
                caller.connect(server.getLocalSocketAddress(), PATIENCE);
            }
            throw new IllegalStateException("this machine lets everybody wait inside");
        } catch (SocketTimeoutException e) {
            // it is full, as it should be
        }
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket each : waiting) {
            each.close();
        }
        server.close();
    }
}
