package be.zeef.counter;

import be.zeef.counter.door.Door;
import be.zeef.counter.door.Entrance;
import io.vertx.core.http.HttpServerRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/**
 * What is read of a request. It is read from the request itself and not from the message's headers, among which a caller may
 * have put one of the same name as a part of the path.
 */
final class Request {

    /** Of the exchange: {@link System#nanoTime} when it came. */
    static final String CAME = "counterCame";
    /** Of the exchange: the {@link Asker}. */
    static final String ASKER = "counterAsker";
    /** Of the exchange: the {@link Clerk}. */
    static final String CLERK = "counterClerk";

    private static final String BEFORE = "/api/v1/agreements/";

    private final HttpServerRequest request;

    private Request(HttpServerRequest request) {
        this.request = request;
    }

    static Request of(Exchange exchange) {
        return new Request(exchange.getMessage(HttpMessage.class).getRequest());
    }

    /** What it came through. */
    Door door() {
        return Entrance.doorOf(request);
    }

    /** A header; empty when it is not there, and when it is there more than once. */
    String header(String name) {
        var values = request.headers().getAll(name);
        return values.size() == 1 ? values.get(0) : "";
    }

    /**
     * What is said to prove who calls, be it nothing; empty when nothing is said.
     *
     * @throws ProblemException 400 when it is said twice
     */
    Optional<String> authorization() {
        var values = request.headers().getAll("Authorization");
        if (values.size() > 1) {
            throw ProblemException.of(400, "counter.http");
        }
        return values.stream().findFirst();
    }

    boolean hasQuery() {
        return request.query() != null;
    }

    /** The agreement that the path names, as it stands there. */
    String agreement() {
        String path = request.path();
        return path.substring(BEFORE.length(), path.indexOf('/', BEFORE.length()));
    }

    /** The certificate that the caller showed; TLS has checked that it was issued by whom we trust. */
    Optional<X509Certificate> certificate() {
        try {
            return Optional.of((X509Certificate) request.sslSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
