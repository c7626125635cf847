package be.zeef.route;

import be.zeef.route.WebReply.Answered;
import be.zeef.route.WebReply.Lost;
import be.zeef.route.http.Connecting;
import be.zeef.route.http.RetryAfter;
import be.zeef.route.http.Throttle;
import be.zeef.route.http.WholeAnswer;
import be.zeef.wire.Passage;
import be.zeef.wire.WireTap;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Sends HTTP calls into a route and says how they ended, in values: an exception of the client may name the address that was
 * called, so none leaves this class. Thread-safe.
 */
public final class WebCalls {

    private final ProducerTemplate producer;
    private final String route;
    private final Throttle throttle = new Throttle();

    /** @param route the name of the {@code direct:} endpoint that leads to the partner */
    public WebCalls(Routes routes, String route) {
        this.producer = routes.producer();
        this.route = "direct:" + route;
    }

    /**
     * Waits until this partner may be called: at once, unless it said that we are too fast.
     *
     * @param until the moment of {@link System#nanoTime} after which no call is to begin
     * @return false, at once, when that is not before then
     */
    public boolean turn(long until) {
        return throttle.turn(until);
    }

    /**
     * Sends one request, once, after {@link #turn}. It takes as long as the route's own time-outs let it.
     */
    public WebReply call(WebCall call) {
        OwnCertificate.forget();
        Passage passage = WireTap.passage();
        passage.sent(call.contentType().isEmpty() ? new byte[0] : call.body());
        Exchange exchange = producer.send(route, request -> {
            request.getMessage().setHeader(Exchange.HTTP_METHOD, call.method());
            if (!call.path().isEmpty()) {
                request.getMessage().setHeader(Exchange.HTTP_PATH, call.path());
            }
            if (!call.query().isEmpty()) {
                request.getMessage().setHeader(Exchange.HTTP_QUERY, call.query());
            }
            call.headers().forEach(request.getMessage()::setHeader);
            if (!call.contentType().isEmpty()) {
                request.getMessage().setHeader(Exchange.CONTENT_TYPE, call.contentType());
                request.getMessage().setBody(call.body());
            }
        });
        if (exchange.getException() == null) {
            return answered(exchange);
        }
        Lost lost = lost(exchange.getException());
        if (!lost.arrived()) {
            passage.notSent();
        }
        return lost;
    }

    private Answered answered(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        RetryAfter.of(status, field(exchange, "Retry-After"), field(exchange, "Date"))
                .ifPresentOrElse(throttle::tooFast, () -> paced(status));
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
        int end = type.indexOf(';');
        return new Answered(
                status,
                (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT),
                Optional.ofNullable(exchange.getMessage().getBody(byte[].class)).orElse(new byte[0]));
    }

    private void paced(int status) {
        if (status / 100 != 5) {
            throttle.wellPaced();
        }
    }

    private static Optional<String> field(Exchange exchange, String name) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name, String.class));
    }

    private static Lost lost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Connecting.FailedException) {
                boolean tls = cause.getCause() instanceof SSLException || OwnCertificate.refused();
                return new Lost(tls ? WebReply.TLS : "NO_CONNECTION", false);
            }
            if (cause instanceof SSLHandshakeException) {
                // TLS 1.3 tells only now that our certificate is refused
                return new Lost(WebReply.TLS, false);
            }
            if (cause instanceof SocketTimeoutException) {
                return new Lost("TIMEOUT", true);
            }
            if (cause instanceof WholeAnswer.TooLargeException || cause instanceof MessageConstraintException) {
                return new Lost("TOO_LARGE", true);
            }
        }
        return new Lost("CUT_OFF", true);
    }
}
