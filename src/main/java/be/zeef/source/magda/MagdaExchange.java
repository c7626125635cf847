package be.zeef.source.magda;

import be.zeef.route.AnswerRefusedException;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.endpoint.Client;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** One call and its answer: sent through the route, parsed, held against its schema, and correlated. */
final class MagdaExchange {

    private static final String RECEIVE_TIMEOUT = "javax.xml.ws.client.receiveTimeout";

    private final ProducerTemplate producer;
    private final Settings.Magda settings;
    private final Schema schema;

    MagdaExchange(ProducerTemplate producer, Settings.Magda settings, Schema schema) {
        this.producer = producer;
        this.settings = settings;
        this.schema = schema;
    }

    /**
     * How a call ended.
     *
     * @param code {@code OK}, the first exception code, or our word for what went wrong: TIMEOUT, NO_CONNECTION, TLS,
     *     CUT_OFF, LIMITS, SIGNATURE, SCHEMA, CORRELATION, or FAULT for a fault without a code and for an answer that is
     *     no SOAP
     * @param answer the answer, when there is one that can be believed
     * @param root the same as it came
     */
    record Reply(String code, Optional<MagdaAnswer> answer, Optional<Element> root) {
        static Reply failed(String code) {
            return new Reply(code, Optional.empty(), Optional.empty());
        }

        boolean hasData() {
            return answer.map(MagdaAnswer::hasData).orElse(false);
        }

        /** The number that replaces the one asked about, when the answer names it. */
        Optional<Insz> replacedBy() {
            return root.flatMap(MagdaAnswer::replacedBy);
        }

        /** Holds personal data: it does not show itself. */
        @Override
        public String toString() {
            return "Reply[" + code + "]";
        }
    }

    /** @param within how long the answer may take; never longer than the settings say */
    Reply call(String service, String referte, Document request, Duration within) {
        String url =
                settings.endpoints().getOrDefault(service, settings.endpoints().get("default"));
        List<Source> body = List.of(new DOMSource(request.getDocumentElement()));
        try {
            Map<String, Object> headers = Map.of(
                    CxfConstants.DESTINATION_OVERRIDE_URL,
                    url,
                    Client.REQUEST_CONTEXT,
                    Map.of(RECEIVE_TIMEOUT, longest(within)));
            CxfPayload<?> answer = producer.requestBodyAndHeaders(
                    "direct:magda", new CxfPayload<SoapHeader>(List.of(), body, null), headers, CxfPayload.class);
            return read(answer.getBody().get(0), referte);
        } catch (CamelExecutionException e) {
            return failure(e);
        }
    }

    private String longest(Duration within) {
        Duration longest = within.compareTo(settings.receiveTimeout()) < 0 ? within : settings.receiveTimeout();
        return Long.toString(Math.max(1, longest.toMillis()));
    }

    private Reply read(Element root, String referte) {
        try {
            schema.newValidator().validate(new DOMSource(root));
        } catch (SAXException | IOException e) {
            return Reply.failed("SCHEMA");
        }
        MagdaAnswer answer = MagdaAnswer.read(root);
        boolean noQuestion = answer.questionReferte().isEmpty() && !answer.hasData();
        boolean ours = answer.receiverReferte().equals(referte)
                && (noQuestion || answer.questionReferte().equals(referte));
        if (!ours) {
            return Reply.failed("CORRELATION");
        }
        return new Reply(
                answer.codes().isEmpty() ? "OK" : answer.codes().get(0), Optional.of(answer), Optional.of(root));
    }

    private static Reply failure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerRefusedException refused) {
                return Reply.failed(refused.reason().name());
            }
            if (cause instanceof SoapFault fault) {
                MagdaAnswer answer = MagdaAnswer.fault(fault.getMessage());
                boolean coded = !answer.codes().get(0).equals("FAULT");
                return coded
                        ? new Reply(answer.codes().get(0), Optional.of(answer), Optional.empty())
                        : Reply.failed("FAULT");
            }
            if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
                return Reply.failed("TIMEOUT");
            }
            if (cause instanceof ConnectException) {
                return Reply.failed("NO_CONNECTION");
            }
            if (cause instanceof SSLException) {
                return Reply.failed("TLS");
            }
        }
        return Reply.failed("CUT_OFF");
    }
}
