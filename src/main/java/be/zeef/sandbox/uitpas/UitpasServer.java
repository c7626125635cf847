package be.zeef.sandbox.uitpas;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.city.People;
import be.zeef.settings.Settings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** UiTPAS and publiq's account server on one port of 127.0.0.1, over TLS; a token says who calls. */
public final class UitpasServer implements AutoCloseable {

    private static final int MOST_BYTES = 1 << 20;

    private final HttpsServer server;
    private final Trouble trouble = new Trouble();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sandbox-uitpas");
        thread.setDaemon(true);
        return thread;
    });
    private final Tokens tokens;
    private final Passholders passholders;
    private final Memberships memberships;
    private final Operations operations;
    private volatile Duration slowness = Duration.ofSeconds(2);
    private volatile Consumer<Seen> watcher = Seen.UNWATCHED;

    private UitpasServer(
            HttpsServer server, Path folder, Supplier<People> people, Settings.Uitpas client, String secret)
            throws IOException {
        Files.createDirectories(folder);
        Regions regions = new Regions(client.cardSystem());
        PassholderMaker maker = new PassholderMaker(regions);
        this.server = server;
        this.tokens = new Tokens(client.clientId(), secret, Clock.systemUTC());
        this.passholders = new Passholders(folder.resolve("passholders.jsonl"), people, maker);
        this.memberships = new Memberships(passholders, maker, regions, client.organizer());
        this.operations = new Operations(passholders, memberships, regions, client.organizer(), trouble);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * @param port 0 for a free one
     * @param folder where what it was told is kept
     * @param people the city; asked for when the first question comes
     * @param client the one client there is, its organizer and its card system
     */
    public static UitpasServer start(
            int port, SandboxKeys keys, Path folder, Supplier<People> people, Settings.Uitpas client, String secret)
            throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store("uitpas-server"), keys.password());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new UitpasServer(server, folder, people, client, secret);
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    public String tokenUrl() {
        return url() + Tokens.PATH;
    }

    /** How many requests of the API came in, with or without a good token. */
    public long calls() {
        return calls.get();
    }

    /** How many of them would change something. */
    public long writes() {
        return writes.get();
    }

    /** How many tokens were handed out. */
    public long tokensGiven() {
        return tokens.given();
    }

    /** How often a tariff was granted or extended since the start. */
    public long grants() {
        return memberships.grants();
    }

    /** How often it was asked for again where it was granted already. */
    public long doubleGrants() {
        return memberships.doubleGrants();
    }

    /** What is held of this person, as JSON, for whoever checks; empty when the person has no pass. */
    public String record(String insz) {
        return operations.record(insz);
    }

    /** Makes this passholder a member of the city's card system with the tariff, besides what they are a member of. */
    public void join(String insz, LocalDate until) {
        operations.join(insz, until);
    }

    public void misbehave(UitpasMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    /** Behaves again from now on. */
    public void behave() {
        trouble.forget();
    }

    /** How late an answer comes under {@link UitpasMisbehaviour#SLOW}; two seconds unless set. */
    public void slowBy(Duration delay) {
        slowness = delay;
    }

    /** How long the tokens handed out from now on live; a day unless set. */
    public void tokensLiveFor(Duration life) {
        tokens.liveFor(life);
    }

    /** Takes these permissions from the client. */
    public void withhold(String... permissions) {
        operations.withhold(List.of(permissions));
    }

    /** Shows every request of the API and its answer from now on. */
    public void watch(Consumer<Seen> each) {
        watcher = each;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            URI asked = exchange.getRequestURI();
            if (asked.getPath().equals(Tokens.PATH)) {
                send(exchange, token(exchange, body));
                return;
            }
            calls.incrementAndGet();
            boolean write = !exchange.getRequestMethod().equals("GET");
            writes.addAndGet(write ? 1 : 0);
            Reply reply = misrendered(answer(exchange, asked, body, write));
            watcher.accept(new Seen(
                    exchange.getRequestMethod(),
                    asked.getPath(),
                    asked.getRawQuery() == null ? "" : asked.getRawQuery(),
                    body,
                    reply.status(),
                    reply.contentType(),
                    reply.bytes()));
            if (write ? lost() : late()) {
                return;
            }
            send(exchange, write && trouble.due(UitpasMisbehaviour.DONE_BUT_500) ? Reply.empty(500) : reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply token(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return Reply.empty(405);
        }
        if (trouble.due(UitpasMisbehaviour.TOKEN_UNAVAILABLE)) {
            return Reply.empty(503);
        }
        return trouble.due(UitpasMisbehaviour.TOKEN_REFUSED)
                ? Tokens.refused(401, "invalid_client")
                : tokens.ask(new String(body, StandardCharsets.UTF_8));
    }

    private Reply answer(HttpExchange exchange, URI asked, byte[] body, boolean write) {
        if (trouble.due(UitpasMisbehaviour.RATE_LIMITED)) {
            return new Reply(
                    429,
                    "application/json",
                    Reply.problem(429, "uitpas/rate-limited", "").body());
        }
        if (trouble.due(UitpasMisbehaviour.UNAVAILABLE)) {
            return Reply.empty(503);
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (trouble.due(UitpasMisbehaviour.REVOKES_TOKEN)) {
            tokens.revoke(authorization);
        }
        if (!tokens.holds(authorization)) {
            return Reply.problem(401, "auth/unauthorized", "");
        }
        if (!write && trouble.due(UitpasMisbehaviour.NOT_JSON)) {
            return new Reply(200, "text/html", TextNode.valueOf("<maintenance>"));
        }
        String query = asked.getRawQuery() == null ? "" : asked.getRawQuery();
        return operations.answer(exchange.getRequestMethod(), asked.getPath(), query, body);
    }

    private Reply misrendered(Reply reply) {
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

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.bytes();
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
        passholders.close();
    }
}
