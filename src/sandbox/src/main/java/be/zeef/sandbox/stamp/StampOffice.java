package be.zeef.sandbox.stamp;

import be.zeef.sandbox.SecureServers;
import be.zeef.sandbox.Trouble;
import be.zeef.subject.Today;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A time-stamping authority over HTTP (RFC 3161 §3.4), which can be told to misbehave. */
public final class StampOffice implements AutoCloseable {

    /** Under which its stamps are given. */
    public static final String POLICY = "1.3.6.1.4.1.99999.1";

    private static final int LARGEST = 10_000;

    private final HttpServer server;
    private final ExecutorService workers = SecureServers.workers("sandbox-stamps");
    private final Trouble<StampMisbehaviour> trouble = new Trouble<>();
    private final StampAnswers answers;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    private StampOffice(HttpServer server, StampAnswers answers) {
        this.server = server;
        this.answers = answers;
    }

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param issuer whose certificate its own is under
     */
    public static StampOffice start(int port, KeyPair issuer, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        return start(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50), issuer, certificate);
    }

    /** The same on a server that has not been started, such as one of HTTPS. */
    public static StampOffice start(HttpServer server, KeyPair issuer, X509Certificate certificate)
            throws GeneralSecurityException {
        StampOffice office = new StampOffice(
                server, new StampAnswers(new StampSigner.Issuer(issuer, certificate), Today.wallClock()));
        server.setExecutor(office.workers);
        server.createContext("/", office::answer);
        server.start();
        return office;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    public void misbehave(StampMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] question = exchange.getRequestBody().readNBytes(LARGEST);
        Optional<StampMisbehaviour> kind = due();
        try (exchange) {
            if (kind.isEmpty()) {
                send(exchange, 200, answers.of(question, Optional.empty()));
                return;
            }
            switch (kind.get()) {
                case HTTP_500 -> send(exchange, 500, new byte[0]);
                case REDIRECT -> {
                    exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
                    send(exchange, 307, new byte[0]);
                }
                case GARBAGE -> send(exchange, 200, "no token".getBytes(StandardCharsets.UTF_8));
                case EMPTY -> send(exchange, 200, new byte[0]);
                case HUGE -> endless(exchange, new byte[8192], 0);
                case SLOW -> endless(exchange, new byte[1], 100);
                case WRONG_TYPE -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(answers.of(question, Optional.empty()));
                }
                default -> send(exchange, 200, answers.of(question, kind));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Optional<StampMisbehaviour> due() {
        for (StampMisbehaviour kind : StampMisbehaviour.values()) {
            if (trouble.due(kind)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    /** Until the other hangs up, or this office closes. */
    private void endless(HttpExchange exchange, byte[] part, int pause) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
                out.write(part);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
