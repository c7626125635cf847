package be.zeef.endtoend.counter;

import be.zeef.sandbox.SandboxKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A caller at the counter that sends what bytes it likes over TLS, from whichever address of this machine. */
final class RawCaller implements AutoCloseable {

    /** How long anything is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket plain;
    private final SSLSocket socket;

    private RawCaller(Socket plain, SSLSocket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    /** An answer as it came. */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** A TCP connection on which nothing was said yet. */
    static Socket connected(String url, String from) throws IOException {
        URI to = URI.create(url);
        Socket plain = new Socket();
        plain.setTcpNoDelay(true);
        plain.setSoTimeout((int) PATIENCE.toMillis());
        plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        plain.connect(new InetSocketAddress(to.getHost(), to.getPort()), (int) PATIENCE.toMillis());
        return plain;
    }

    /** Shows no certificate. */
    static RawCaller nobody(SandboxKeys keys, String url, String from) throws Exception {
        return over(connected(url, from), new KeyManager[0], keys, "TLSv1.3");
    }

    /** Shows the certificate of this alias. */
    static RawCaller showing(String alias, SandboxKeys keys, String url, String from) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store(alias), keys.password());
        return over(connected(url, from), own.getKeyManagers(), keys, "TLSv1.3");
    }

    /** Shows no certificate and speaks TLS 1.2. */
    static RawCaller old(SandboxKeys keys, String url) throws Exception {
        return over(connected(url, "127.0.0.1"), new KeyManager[0], keys, "TLSv1.2");
    }

    /** Begins another handshake on this connection. */
    void shakeAgain() throws IOException {
        socket.startHandshake();
    }

    private static RawCaller over(Socket plain, KeyManager[] own, SandboxKeys keys, String version) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(keys.store());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own, trust.getTrustManagers(), new SecureRandom());
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), true);
        socket.setEnabledProtocols(new String[] {version});
        try {
            socket.startHandshake();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new RawCaller(plain, socket);
    }

    RawCaller send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next answer; its body is as long as it says. */
    Answer read() throws IOException {
        String[] head = head().split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[i].substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after " + head.size() + " bytes");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads until the other end closes: what came until then. A connection that stays open is an exception. */
    String rest() throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return ""; // reset, or closed without TLS' goodbye
        }
    }

    /** Whether bytes to read have come. */
    boolean hasAnswer() throws IOException {
        return plain.getInputStream().available() > 0;
    }

    /** Ends the sending side, as one does who hangs up. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
