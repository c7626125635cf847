package be.zeef.sandbox.advice;

import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.OddAnswers;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.SecureServers;
import be.zeef.sandbox.SeenBytes;
import be.zeef.sandbox.Trouble;
import be.zeef.sandbox.advice.AdviceAnswers.Answer;
import be.zeef.sandbox.city.People;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Automatisch Advies on 127.0.0.1, for clients with a certificate of the issuer only. */
public final class AdviceServer implements AutoCloseable {

    private static final String PATH = "/automatisch-advies/v1/advice";
    private static final int MOST_BYTES = 1 << 16;
    /** More than any client should want. */
    private static final int MOST_ANSWERED = 1 << 20;

    private final SeenBytes seen = new SeenBytes();
    private final HttpsServer server;
    private final AdviceAnswers answers;
    private final Trouble<AdviceMisbehaviour> trouble = new Trouble<>();
    private final ExecutorService workers = SecureServers.workers("sandbox-advice");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final OddAnswers odd = new OddAnswers();
    private final AtomicLong calls = new AtomicLong();
    private volatile Duration slowness = Duration.ofSeconds(2);

    private AdviceServer(HttpsServer server, Adviser adviser) {
        this.server = server;
        this.answers = new AdviceAnswers(adviser, trouble);
        server.setExecutor(workers);
        server.createContext(PATH, this::handle).getFilters().add(seen);
        server.start();
    }

    /**
     * @param port 0 for a free one
     * @param people the city; asked for when the first question comes
     * @param truth the truth about the city, for what its welfare database knows
     */
    public static AdviceServer start(int port, SandboxKeys keys, Supplier<People> people, Path truth)
            throws IOException, GeneralSecurityException {
        return new AdviceServer(
                SecureServers.make(port, keys, "magda-server", true), new Adviser(people, Measures.read(truth)));
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** How many questions came in. */
    public long calls() {
        return calls.get();
    }

    /** How late an answer comes under {@link AdviceMisbehaviour#SLOW}; two seconds unless set. */
    public void slowBy(Duration delay) {
        slowness = delay;
    }

    public void misbehave(AdviceMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    /** Sends this in the place of the next answers. */
    public void answerOddly(OddAnswer kind, int times) {
        odd.add(kind, times);
    }

    /** Behaves again from now on. */
    public void behave() {
        odd.forget();
        trouble.forget();
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            byte[] question = exchange.getRequestBody().readNBytes(MOST_BYTES);
            Answer answer = exchange.getRequestMethod().equals("POST") ? answer(question) : new Answer(405, "");
            if (!trouble.due(AdviceMisbehaviour.SLOW)) {
                send(exchange, answer);
            } else if (!closing.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                sendLate(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(byte[] question) {
        if (trouble.due(AdviceMisbehaviour.RATE_LIMITED)) {
            return new Answer(429, "");
        }
        if (trouble.due(AdviceMisbehaviour.UNAVAILABLE)) {
            return new Answer(503, "");
        }
        return trouble.due(AdviceMisbehaviour.FORBIDDEN) ? new Answer(403, "") : answers.answer(question);
    }

    /** As it is: what else is to go wrong is for the question that comes next, not for one that has waited. */
    private static void sendLate(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        if (odd.sent(exchange, "application/json", answer.text())) {
            return;
        }
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (trouble.due(AdviceMisbehaviour.PACKED_LARGE)) {
            sendPacked(exchange, bytes);
            return;
        }
        boolean drips = trouble.due(AdviceMisbehaviour.DRIPS);
        boolean endless = trouble.due(AdviceMisbehaviour.TOO_LARGE) || drips;
        exchange.sendResponseHeaders(answer.status(), endless ? 0 : bytes.length);
        OutputStream out = exchange.getResponseBody();
        if (trouble.due(AdviceMisbehaviour.CUT_OFF)) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            return;
        }
        out.write(bytes);
        byte[] blanks = new byte[drips ? 1 : 1 << 16];
        Arrays.fill(blanks, (byte) ' ');
        // until the client has had enough
        while (endless && !(drips && closing.await(100, TimeUnit.MILLISECONDS))) {
            out.write(blanks);
            out.flush();
        }
    }

    private static void sendPacked(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write(bytes);
            byte[] blanks = new byte[4 * MOST_ANSWERED];
            Arrays.fill(blanks, (byte) ' ');
            out.write(blanks);
        }
    }

    /** What it got and sent, from when it is told to keep that. */
    public SeenBytes seen() {
        return seen;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
