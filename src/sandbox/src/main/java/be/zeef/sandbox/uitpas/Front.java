package be.zeef.sandbox.uitpas;

import be.zeef.sandbox.OddAnswers;
import be.zeef.sandbox.Trouble;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What happens to a request before and after the operation itself: tokens, misbehaviour, and who watches. */
final class Front implements HttpHandler {

    private static final int MOST_BYTES = 1 << 20;

    private final IssuedTokens tokens;
    private final Operations operations;
    private final Trouble<UitpasMisbehaviour> trouble;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final OddAnswers odd = new OddAnswers();
    private final OddAnswers oddTokens = new OddAnswers();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private volatile Duration slowness = Duration.ofSeconds(2);
    private volatile Consumer<Seen> watcher = seen -> {};

    Front(IssuedTokens tokens, Operations operations, Trouble<UitpasMisbehaviour> trouble) {
        this.tokens = tokens;
        this.operations = operations;
        this.trouble = trouble;
    }

    long calls() {
        return calls.get();
    }

    long writes() {
        return writes.get();
    }

    /** In the place of the API's next answers. */
    OddAnswers odd() {
        return odd;
    }

    /** In the place of the next tokens. */
    OddAnswers oddTokens() {
        return oddTokens;
    }

    void slowBy(Duration delay) {
        slowness = delay;
    }

    void watch(Consumer<Seen> each) {
        watcher = each;
    }

    /** Lets go of everyone who is kept waiting. */
    void close() {
        closing.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            URI asked = exchange.getRequestURI();
            String query = asked.getRawQuery() == null ? "" : asked.getRawQuery();
            if (asked.getPath().equals(IssuedTokens.PATH)) {
                send(exchange, token(exchange, body), oddTokens);
                return;
            }
            calls.incrementAndGet();
            boolean write = !exchange.getRequestMethod().equals("GET");
            writes.addAndGet(write ? 1 : 0);
            ApiReply reply = misrendered(answer(exchange, asked.getPath(), query, body));
            watcher.accept(new Seen(
                    exchange.getRequestMethod(),
                    asked.getPath(),
                    query,
                    body,
                    reply.status(),
                    reply.contentType(),
                    reply.bytes()));
            if (write ? lost() : late()) {
                return;
            }
            send(exchange, write && trouble.due(UitpasMisbehaviour.DONE_BUT_500) ? ApiReply.empty(500) : reply, odd);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiReply token(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return ApiReply.empty(405);
        }
        if (trouble.due(UitpasMisbehaviour.TOKEN_UNAVAILABLE)) {
            return ApiReply.empty(503);
        }
        return trouble.due(UitpasMisbehaviour.TOKEN_REFUSED)
                ? IssuedTokens.refused(401, "invalid_client")
                : tokens.ask(new String(body, StandardCharsets.UTF_8));
    }

    private ApiReply answer(HttpExchange exchange, String path, String query, byte[] body) {
        if (trouble.due(UitpasMisbehaviour.RATE_LIMITED)) {
            return new ApiReply(
                    429,
                    "application/json",
                    ApiReply.problem(429, "uitpas/rate-limited", "").body());
        }
        if (trouble.due(UitpasMisbehaviour.UNAVAILABLE)) {
            return ApiReply.empty(503);
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (trouble.due(UitpasMisbehaviour.REVOKES_TOKEN)) {
            tokens.revoke(authorization);
        }
        if (!tokens.holds(authorization)) {
            return ApiReply.problem(401, "auth/unauthorized", "");
        }
        if (exchange.getRequestMethod().equals("GET") && trouble.due(UitpasMisbehaviour.NOT_JSON)) {
            return new ApiReply(200, "text/html", TextNode.valueOf("<maintenance>"));
        }
        return operations.answer(exchange.getRequestMethod(), path, query, body);
    }

    private ApiReply misrendered(ApiReply reply) {
        if (reply.isProblem()
                && reply.body() instanceof ObjectNode problem
                && trouble.due(UitpasMisbehaviour.STRING_STATUS)) {
            problem.put("status", Integer.toString(reply.status()));
        }
        return reply;
    }

    /** Whether no answer is to follow a write; waits for as long as this server runs when it is to be silent. */
    private boolean lost() throws InterruptedException {
        if (trouble.due(UitpasMisbehaviour.DONE_BUT_SILENT)) {
            closing.await();
            return true;
        }
        return trouble.due(UitpasMisbehaviour.DONE_BUT_CUT_OFF);
    }

    /** Waits when a read is to be answered late; always false, since it is answered. */
    private boolean late() throws InterruptedException {
        return trouble.due(UitpasMisbehaviour.SLOW) && closing.await(slowness.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void send(HttpExchange exchange, ApiReply reply, OddAnswers instead) throws IOException {
        byte[] bytes = reply.bytes();
        if (instead.sent(exchange, "application/json", new String(bytes, StandardCharsets.UTF_8))) {
            return;
        }
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
