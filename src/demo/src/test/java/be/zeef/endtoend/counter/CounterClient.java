package be.zeef.endtoend.counter;

import be.zeef.sandbox.SandboxKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A caller at the counter: the JDK's HTTP client, which trusts the sandbox' issuer and shows a certificate or none. */
public final class CounterClient {

    public static final String CLERK = "Zeef-Clerk";

    private final HttpClient http;
    private final String url;

    private CounterClient(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    /** Shows the certificate of this alias, issued by the same far ends as the server's. */
    public static CounterClient showing(String alias, SandboxKeys keys, String url) throws Exception {
        return with(keys, keys, alias, url);
    }

    /** Shows the certificate of this alias that somebody else issued. */
    static CounterClient foreign(String alias, SandboxKeys foreign, SandboxKeys trusted, String url) throws Exception {
        return with(foreign, trusted, alias, url);
    }

    static CounterClient without(SandboxKeys keys, String url) throws Exception {
        return new CounterClient(http(new KeyManager[0], keys), url);
    }

    private static CounterClient with(SandboxKeys own, SandboxKeys trusted, String alias, String url) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(own.store(alias), own.password());
        return new CounterClient(http(factory.getKeyManagers(), trusted), url);
    }

    private static HttpClient http(KeyManager[] own, SandboxKeys trusted) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted.store());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own, trust.getTrustManagers(), new SecureRandom());
        return HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** A request to this path, to which headers may be added. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(2));
    }

    public HttpRequest.Builder question(String agreement, String body) {
        return to("/api/v1/agreements/" + agreement + "/questions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** A question of the clerk {@code clerk-7} for UiTPAS. */
    HttpResponse<String> ask(String body) throws Exception {
        return send(question("gent-uitpas", body).header(CLERK, "clerk-7"));
    }

    /** The same with a token and no header for the clerk. */
    HttpResponse<String> askWith(String token, String body) throws Exception {
        return send(question("gent-uitpas", body).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
