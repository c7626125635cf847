package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An FTPS server as vsftpd is with {@code require_ssl_reuse}, its default: it lets a data connection's handshake end, and where
 * that did not take up the session of the commands it ends the connection and says 522. It speaks one version of TLS, and can be
 * told to refuse a command in words of one's own.
 */
final class StrictFtps implements AutoCloseable {

    static final String REFUSED = "522 SSL connection failed: session reuse required";

    private final ServerSocket door;
    private final SSLContext tls;
    private final String version;
    private final Path root;
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger takenUp = new AtomicInteger();

    /** @param version such as {@code TLSv1.3} */
    StrictFtps(Path root, SandboxKeys keys, String version) throws IOException, GeneralSecurityException {
        this.root = root;
        this.version = version;
        this.tls = tls(keys);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("strict-ftps", this::serve);
    }

    private static SSLContext tls(SandboxKeys keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store("magda-server"), keys.password());
        TrustManagerFactory clients = TrustManagerFactory.getInstance("PKIX");
        clients.init(keys.store());
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(own.getKeyManagers(), clients.getTrustManagers(), new SecureRandom());
        return made;
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on this command is answered so, and nothing is done. */
    void refuse(String command, String reply) {
        refusals.put(command, reply);
    }

    /** How many data connections took up the session of their commands. */
    int takenUp() {
        return takenUp.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                start("strict-ftps-session", () -> talk(client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            new FtpsTalk(client, tls, version, root, refusals, takenUp).run();
        } catch (IOException e) {
            // the client left
        } finally {
            open.remove(client);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
