package be.zeef.route;

import be.zeef.route.AnswerRefusedException.Reason;
import be.zeef.route.http.RetryAfter;
import be.zeef.security.signing.OpenQuestion;
import be.zeef.wire.Passage;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.xml.transform.dom.DOMSource;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.endpoint.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Sends one SOAP message into a route that ends at a {@link SoapEndpoint}, and says how that went. Thread-safe. */
public final class SoapCall {

    private static final Logger LOG = LoggerFactory.getLogger(SoapCall.class);

    /** Nobody was there, or nobody that we speak to. */
    private static final Set<String> NOT_SENT = Set.of("NO_CONNECTION", "TLS");

    static final String RECEIVE_TIMEOUT = "javax.xml.ws.client.receiveTimeout";

    private final ProducerTemplate producer;
    private final String route;

    /** @param route such as {@code direct:magda} */
    public SoapCall(ProducerTemplate producer, String route) {
        this.producer = producer;
        this.route = route;
    }

    /** How a call went. What an answer holds is for its adapter to judge. */
    public sealed interface Result {

        /** The one child of the Body. */
        record Answered(Element root) implements Result {
            @Override
            public String toString() {
                return "Answered";
            }
        }

        /** A SOAP fault; its text and detail may hold personal data. */
        record Faulted(String text, Optional<Element> detail) implements Result {
            @Override
            public String toString() {
                return "Faulted";
            }
        }

        /**
         * No answer that can be read: TIMEOUT, NO_CONNECTION, TLS, CUT_OFF, a reason of {@link AnswerRefusedException}, or
         * DEFECT when the gateway itself failed over it.
         */
        record Failed(String code) implements Result {}

        /**
         * We are too fast, the partner says by HTTP.
         *
         * @param rest how long it wants to be left alone, at most {@link RetryAfter#LONGEST}; zero when it does not say
         */
        record Throttled(Duration rest) implements Result {}
    }

    /**
     * Sends.
     *
     * @param url where to, when not to the endpoint's own address
     * @param action the SOAPAction; empty for none
     * @param within how long the answer may take
     * @param question what is asked, for answers that nothing but its reference shows to be of now
     */
    public Result send(Document request, Optional<String> url, String action, Duration within, OpenQuestion question) {
        OwnCertificate.forget();
        Map<String, Object> headers = new HashMap<>();
        headers.put(
                Client.REQUEST_CONTEXT,
                Map.of(
                        RECEIVE_TIMEOUT,
                        Long.toString(Math.max(1, within.toMillis())),
                        OpenQuestion.class.getName(),
                        question));
        if (!action.isEmpty()) {
            headers.put(SoapBindingConstants.SOAP_ACTION, action);
        }
        url.ifPresent(there -> headers.put(CxfConstants.DESTINATION_OVERRIDE_URL, there));
        try {
            return answered(producer.requestBodyAndHeaders(
                    route,
                    new CxfPayload<SoapHeader>(List.of(), List.of(new DOMSource(request.getDocumentElement())), null),
                    headers,
                    CxfPayload.class));
        } catch (CamelExecutionException e) {
            Result failure = failure(e);
            if (failure instanceof Result.Failed failed && NOT_SENT.contains(failed.code())) {
                WireTap.last().ifPresent(Passage::notSent);
            }
            return failure;
        }
    }

    /** To HTTP 202 CXF gives no payload at all, or one that is empty; neither came through {@link AnswerGate}. */
    private static Result answered(CxfPayload<?> answer) {
        List<Element> body = answer == null ? List.of() : answer.getBody();
        return body.size() == 1 ? new Result.Answered(body.get(0)) : new Result.Failed(Reason.EMPTY.name());
    }

    private static Result failure(Throwable failure) {
        boolean cutOff = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerRefusedException refused) {
                return refused.reason() == Reason.THROTTLED
                        ? new Result.Throttled(refused.rest())
                        : new Result.Failed(refused.reason().name());
            }
            if (cause instanceof SoapFault fault) {
                return new Result.Faulted(
                        Optional.ofNullable(fault.getMessage()).orElse(""), Optional.ofNullable(fault.getDetail()));
            }
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException) {
                return new Result.Failed("NO_CONNECTION");
            }
            if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
                return new Result.Failed("TIMEOUT");
            }
            if (cause instanceof SSLException) {
                return new Result.Failed("TLS");
            }
            if (cause instanceof OutOfMemoryError spent) {
                throw spent;
            }
            cutOff |= cause instanceof IOException;
        }
        if (cutOff && OwnCertificate.refused()) {
            return new Result.Failed("TLS");
        }
        if (!cutOff) {
            LOG.error(
                    "a SOAP call failed unforeseen: {}",
                    root(failure).getClass().getName());
        }
        return new Result.Failed(cutOff ? "CUT_OFF" : "DEFECT");
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
