package be.zeef.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/** Answers every connection with a beginning and then with the same again and again, until the other side has gone. */
public final class EndlessServer implements AutoCloseable {

    /** More than any caller may take in; an end all the same, so that a test that fails ends. */
    public static final long LONGEST = 200L << 20;

    private final ServerSocket socket;
    private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
    private final AtomicLong said = new AtomicLong();

    public EndlessServer(ServerSocketFactory sockets, String beginning, String again) throws IOException {
        socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        byte[] first = beginning.getBytes(StandardCharsets.US_ASCII);
        byte[] next = again.repeat(8192 / again.length()).getBytes(StandardCharsets.US_ASCII);
        start(() -> accept(first, next));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many bytes the other sides and the sockets took for each call. */
    public long saidPerCall() {
        return said.get() / Math.max(1, callers.size());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : callers) {
            each.close();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "endless");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(byte[] first, byte[] next) {
        try {
            while (true) {
                Socket caller = socket.accept();
                callers.add(caller);
                start(() -> answer(caller, first, next));
            }
        } catch (IOException e) {
            // it was closed
        }
    }

    private void answer(Socket caller, byte[] first, byte[] next) {
        try (caller;
                OutputStream out = caller.getOutputStream()) {
            caller.getInputStream().read(new byte[1 << 16]);
            out.write(first);
            for (long all = 0; all < LONGEST; all += next.length) {
                out.write(next);
                said.addAndGet(next.length);
            }
        } catch (IOException e) {
            // the other side has gone, which is what is waited for
        }
    }
}
