package be.zeef.sandbox.oidc;

import be.zeef.sandbox.SandboxKeys;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The provider's server, on 127.0.0.1. */
public final class OidcServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "oidc";
    private static final int MOST_BYTES = 8192;

    private final HttpsServer server;
    private final ExecutorService workers;
    private final ClerkTokens tokens;
    private final TokenDesk desk;
    private final AtomicInteger keysAsked = new AtomicInteger();

    private OidcServer(HttpsServer server, ClerkTokens tokens, TokenDesk desk) {
        this.server = server;
        this.tokens = tokens;
        this.desk = desk;
        this.workers = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "sandbox-oidc");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> {
            keysAsked.incrementAndGet();
            send(exchange, 200, tokens.published().toJSONObject());
        });
        server.createContext("/token", this::token);
        server.start();
    }

    /**
     * Whom the provider knows.
     *
     * @param audience whom its tokens are meant for
     * @param scopes that may be asked for
     */
    public record Registry(
            String audience, String client, String clientSecret, String user, String userPassword, Set<String> scopes) {

        /** Holds secrets: it does not show itself. */
        @Override
        public String toString() {
            return "Registry";
        }
    }

    /** @param port 0 for a free one */
    public static OidcServer start(int port, SandboxKeys keys, Registry registry, Clock clock)
            throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
        PrivateKeyEntry entry = keys.entry(KEY);
        ClerkTokens tokens = new ClerkTokens(
                "https://127.0.0.1:" + server.getAddress().getPort(),
                registry.audience(),
                new KeyPair(entry.getCertificate().getPublicKey(), entry.getPrivateKey()),
                clock);
        TokenDesk desk = new TokenDesk(
                new TokenDesk.Account(registry.client(), registry.clientSecret()),
                new TokenDesk.Account(registry.user(), registry.userPassword()),
                registry.scopes(),
                tokens);
        return new OidcServer(server, tokens, desk);
    }

    private static SSLContext tls(SandboxKeys keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store(KEY), keys.password());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        return tls;
    }

    /** The issuer, as it stands in its tokens. */
    public String issuer() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes tokens without being asked over the wire. */
    public ClerkTokens tokens() {
        return tokens;
    }

    /** How often its keys were fetched. */
    public int keysAsked() {
        return keysAsked.get();
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("token_endpoint", issuer() + "/token");
        document.put("jwks_uri", issuer() + "/keys");
        document.put("response_types_supported", List.of("token"));
        document.put("grant_types_supported", List.of("client_credentials", "password"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        return document;
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 405, Map.of("error", "invalid_request"));
            return;
        }
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        TokenDesk.Given given = desk.give(authorization, form);
        send(exchange, given.status(), given.body());
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
