package be.zeef.sandbox.soap;

import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.OddAnswers;
import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.SecureServers;
import be.zeef.sandbox.SeenBytes;
import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.People;
import be.zeef.sandbox.soap.AnswerSigner.Manner;
import be.zeef.settings.Settings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** One endpoint for all services, on 127.0.0.1, that speaks only to clients with a certificate of the issuer. */
public final class MagdaSoapServer implements AutoCloseable {

    private static final String PATH = "/Magda/soap/WebService";
    private static final String KEY = "magda-signing";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_AT_ONCE = 256;

    private final HttpsServer server;
    private final ExecutorService workers;
    private final MagdaSoap soap;
    private final SoapTrouble trouble = new SoapTrouble();
    private final SeenBytes seen = new SeenBytes();
    private final OddAnswers odd = new OddAnswers();
    private final AnswerSigner signer;
    private volatile Tamperer tamperer;
    private final Queue<AnswerTampering> tampering = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> before = new AtomicReference<>("");
    private volatile boolean signs;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private volatile Duration slowness = Duration.ofSeconds(2);
    private volatile BiConsumer<byte[], Duration> watcher = (request, took) -> {};

    private MagdaSoapServer(HttpsServer server, MagdaSoap soap, AnswerSigner signer) {
        this.server = server;
        this.soap = soap;
        this.signer = signer;
        dateAnswers(true);
        this.workers = Executors.newFixedThreadPool(MOST_AT_ONCE, task -> {
            Thread thread = new Thread(task, "sandbox-magda-soap");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.createContext(PATH, this::handle).getFilters().add(seen);
        server.start();
    }

    /**
     * @param port 0 for a free one
     * @param known whether a person exists
     * @param people what the sources behind MAGDA know; asked for when the first question comes
     * @param children of whom they know the Groeipakket and nothing else
     * @param senders the sender URIs and capacities with a permission
     * @param perSecond calls a second per sender URI before it throttles
     */
    public static MagdaSoapServer start(
            int port,
            SandboxKeys keys,
            LongPredicate known,
            Repertory repertory,
            Supplier<People> people,
            Children children,
            Set<Settings.Sender> senders,
            int perSecond)
            throws IOException, GeneralSecurityException {
        HttpsServer server = SecureServers.make(port, keys, "magda-server", true);
        return new MagdaSoapServer(
                server,
                new MagdaSoap(
                        keys.store(), new Desk(known, repertory, new PersonDesk(people, children)), senders, perSecond),
                new AnswerSigner(keys));
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** What it got and sent, from when it is told to keep that. */
    public SeenBytes seen() {
        return seen;
    }

    /** How many requests came in. */
    public long calls() {
        return calls.get();
    }

    /** How many of them were answered with a SOAP fault. */
    public long faults() {
        return faults.get();
    }

    /** How late an answer comes under {@link SoapMisbehaviour#SLOW}; two seconds unless set. */
    public void slowBy(Duration delay) {
        slowness = delay;
    }

    /** Every answer of a service takes this much longer from now on, as a source behind MAGDA may; {@code ""} for all services. */
    public void delay(String service, Duration longer) {
        delays.put(service, longer);
    }

    /** Is told of every request, and how long its answer took here until it was ready to be sent. */
    public void watch(BiConsumer<byte[], Duration> watcher) {
        this.watcher = watcher;
    }

    public void misbehave(SoapMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    /** Sends this in the place of the next answers. */
    public void answerOddly(OddAnswer kind, int times) {
        odd.add(kind, times);
    }

    /** Answers the next questions with this exception instead. */
    public void answerWith(int level, String code, String type, int times) {
        trouble.tell(new SoapTrouble.Told(level, code, type), times);
    }

    /** Signs its answers, or not; it does not when it starts. */
    public void signAnswers(boolean yes) {
        signs = yes;
    }

    /** From now on questions are refused for their form as strictly as MAGDA's adapters do it; until then as its schemas do. */
    public void strict(boolean on) {
        soap.strict(on);
    }

    /** Signs with a Timestamp, as it does when it starts; or as the reference signer, over token and Body without one. */
    public void dateAnswers(boolean yes) {
        tamperer = new Tamperer(signer, yes ? Manner.usual(KEY) : Manner.undated(KEY), "ivago");
    }

    /** Does this to the next answer, which it signs but for that. */
    public void tamper(AnswerTampering kind) {
        tampering.add(kind);
    }

    /** Behaves again from now on. */
    public void behave() {
        tampering.clear();
        odd.forget();
        trouble.forget();
        delays.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        long came = System.nanoTime();
        try (exchange) {
            byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES);
            var client = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
            if (trouble.due(SoapMisbehaviour.NOT_XML)) {
                Wire.send(exchange, 200, "<html><body>maintenance<br></body></html>");
                return;
            }
            boolean unavailable = trouble.due(SoapMisbehaviour.FAULT_503);
            if (unavailable || trouble.due(SoapMisbehaviour.FAULT_500)) {
                faults.incrementAndGet();
                dispatch(
                        exchange,
                        unavailable ? 503 : 500,
                        MagdaAnswers.fault("Server", "99997 - Achterliggende service niet bereikbaar"));
                return;
            }
            // drawn before anything is waited for, so that they belong to this request and not to a later one
            boolean slow = trouble.due(SoapMisbehaviour.SLOW);
            boolean cutOff = trouble.due(SoapMisbehaviour.CUT_OFF);
            SoapReply reply = soap.answer(request, client, trouble);
            if (reply.fault()) {
                faults.incrementAndGet();
            }
            Duration longer = slow ? slowness : delayOf(request);
            if (!longer.isZero()) {
                Thread.sleep(longer.toMillis());
            }
            watcher.accept(request, Duration.ofNanos(System.nanoTime() - came));
            if (cutOff) {
                Wire.cutOff(exchange, reply.text());
            } else {
                dispatch(exchange, reply.status(), reply.text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signs and tampers, where it is to. */
    private void dispatch(HttpExchange exchange, int status, String answer) throws IOException {
        String usual = signs ? tamperer.signed(answer) : answer;
        if (odd.sent(exchange, Wire.TYPE, usual)) {
            before.set(usual);
            return;
        }
        AnswerTampering kind = tampering.poll();
        if (kind == AnswerTampering.HUGE) {
            Wire.sendHuge(exchange);
        } else if (kind == AnswerTampering.REPLAYED) {
            Wire.send(exchange, status, before.get());
        } else if (kind != null) {
            Wire.send(exchange, status, tamperer.tampered(answer, before.get(), kind));
        } else {
            before.set(usual);
            Wire.send(exchange, status, usual);
        }
    }

    private Duration delayOf(byte[] request) {
        String text = delays.isEmpty() ? "" : new String(request, StandardCharsets.UTF_8);
        return delays.entrySet().stream()
                .filter(delay -> text.contains(delay.getKey()))
                .map(Map.Entry::getValue)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
