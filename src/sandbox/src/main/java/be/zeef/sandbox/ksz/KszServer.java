package be.zeef.sandbox.ksz;

import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.OddAnswers;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.SecureServers;
import be.zeef.sandbox.SeenBytes;
import be.zeef.sandbox.soap.AnswerSigner;
import be.zeef.sandbox.soap.AnswerSigner.Manner;
import be.zeef.sandbox.soap.SignatureCheck;
import be.zeef.security.signing.SoapMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The KSZ's port and the gateway of Smals before it, on 127.0.0.1. */
public final class KszServer implements AutoCloseable {

    private static final String KEY = "ksz-signing";
    private static final String SERVICE = "/SocialRightsAdvantageListService/v1/consult";
    private static final String GATEWAY = "/SOA4520" + SERVICE;
    private static final String ACTION =
            "\"http://kszbcss.fgov.be/SocialRightsAdvantageListService/socialRightsAdvantageList\"";
    private static final String TYPE = "text/xml;charset=UTF-8";
    private static final int MOST_BYTES = 1 << 20;

    private final SeenBytes seen = new SeenBytes();
    private final HttpsServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8, KszServer::daemon);
    private final KszDesk desk;
    private final KszSchema schema = KszSchema.own();
    private final SignatureCheck signatures;
    private final AnswerSigner signer;
    private final String authorization;
    private final Queue<KszMisbehaviour> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<KszStatus> told = new ConcurrentLinkedQueue<>();
    private volatile Manner manner = Manner.usual(KEY);
    private final OddAnswers odd = new OddAnswers();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<String> last = new AtomicReference<>("");

    private KszServer(HttpsServer server, SandboxKeys keys, KszDesk desk, String user, String password) {
        this.server = server;
        this.desk = desk;
        this.signatures = SignatureCheck.federal(keys.store());
        this.signer = new AnswerSigner(keys);
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        server.setExecutor(workers);
        server.createContext(SERVICE, this::signed).getFilters().add(seen);
        server.createContext(GATEWAY, this::throughGateway).getFilters().add(seen);
        server.start();
    }

    /**
     * @param port 0 for a free one
     * @param user who may pass the gateway, with this password
     */
    public static KszServer start(int port, SandboxKeys keys, KszDesk desk, String user, String password)
            throws IOException, GeneralSecurityException {
        HttpsServer server = SecureServers.make(port, keys, KEY, true);
        return new KszServer(server, keys, desk, user, password);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox-ksz");
        thread.setDaemon(true);
        return thread;
    }

    /** The KSZ's own address: signed both ways. */
    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + SERVICE;
    }

    /** The gateway's address: nothing signed, user and password. */
    public String gatewayUrl() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + GATEWAY;
    }

    /** How many requests came in. */
    public long calls() {
        return calls.get();
    }

    /** The last question whose sender was accepted, as it came; empty before the first. */
    public String lastRequest() {
        return last.get();
    }

    /** Does this to the next question. */
    public void misbehave(KszMisbehaviour kind) {
        wrong.add(kind);
    }

    /** Sends this in the place of the next answers. */
    public void answerOddly(OddAnswer kind, int times) {
        odd.add(kind, times);
    }

    /** Signs with a Timestamp, as it does when it starts; or over token and Body without one. */
    public void dateAnswers(boolean yes) {
        manner = yes ? Manner.usual(KEY) : Manner.undated(KEY);
    }

    /** Answers the next question with this status instead. */
    public void answerWith(KszStatus status) {
        told.add(status);
    }

    /** Behaves again from now on. */
    public void behave() {
        wrong.clear();
        told.clear();
        odd.forget();
    }

    private void signed(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES);
            Certificate client = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
            Optional<SoapMessage> message = SoapMessage.read(request);
            boolean good = message.isPresent()
                    && signatures.refusal(message.get(), client).isEmpty();
            Optional<KszMisbehaviour> kind = good ? Optional.ofNullable(wrong.poll()) : Optional.empty();
            String answer =
                    good ? answer(exchange, message.get(), request, kind) : KszText.fault("", "", "WSSE", "detail");
            boolean signs = !kind.equals(Optional.of(KszMisbehaviour.UNSIGNED));
            send(exchange, signs ? AnswerSigner.text(signer.sign(answer, manner)) : answer);
        }
    }

    private void throughGateway(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES);
            Optional<SoapMessage> message = SoapMessage.read(request);
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (message.isPresent()) {
                send(exchange, answer(exchange, message.get(), request, Optional.ofNullable(wrong.poll())));
            } else {
                send(exchange, KszText.fault(""));
            }
        }
    }

    private String answer(HttpExchange exchange, SoapMessage message, byte[] request, Optional<KszMisbehaviour> kind) {
        last.set(new String(request, StandardCharsets.UTF_8));
        boolean called = ACTION.equals(exchange.getRequestHeaders().getFirst("SOAPAction"));
        return called && schema.accepts(message.content())
                ? desk.answer(KszAsked.read(message.content()), kind, Optional.ofNullable(told.poll()))
                : KszText.fault("", "", "REQUEST", "detail");
    }

    private void send(HttpExchange exchange, String answer) throws IOException {
        if (odd.sent(exchange, TYPE, answer)) {
            return;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(answer.contains("soapenv:Fault>") ? 500 : 200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** What it got and sent, from when it is told to keep that. */
    public SeenBytes seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
