package be.zeef.route;

import be.zeef.route.AnswerRefusedException.Reason;
import be.zeef.route.http.RetryAfter;
import be.zeef.route.http.RootPart;
import be.zeef.route.http.WholeAnswer;
import be.zeef.route.http.XmlBytes;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.reading.Xml;
import be.zeef.security.reading.XmlLimits;
import be.zeef.security.signing.AnswerCheck;
import be.zeef.security.signing.OpenQuestion;
import be.zeef.security.signing.SoapMessage;
import be.zeef.security.signing.UnprovenException;
import be.zeef.wire.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.W3CDOMStreamReader;
import org.apache.cxf.transport.http.Headers;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Where a SOAP answer comes in: it is held against the limits, parsed once, checked, and handed on as the very tree that was
 * checked, so that nothing later can read it otherwise than the check did. CXF's own reader finds the work done.
 */
final class AnswerGate extends AbstractPhaseInterceptor<Message> {

    private static final String SOAP = "text/xml";

    private final AnswerCheck check;
    private final Duration within;

    /** @param within how long all of an answer may take to arrive, however slowly its bytes drip */
    AnswerGate(AnswerCheck check, Duration within) {
        super(Phase.RECEIVE);
        addBefore(AttachmentInInterceptor.class.getName());
        this.check = check;
        this.within = within;
    }

    @Override
    public void handleMessage(Message message) {
        int status = message.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 0;
        if (status / 100 == 3) {
            throw new AnswerRefusedException(Reason.REDIRECT);
        }
        RetryAfter.of(status, field(message, "Retry-After"), field(message, "Date"))
                .ifPresent(rest -> {
                    throw AnswerRefusedException.throttled(rest);
                });
        Passage passage = RequestTap.passage(message);
        boolean denied = status == 401 || status == 403;
        byte[] bytes = Optional.ofNullable(message.getContent(InputStream.class))
                .map(content -> read(passage.receiving(content), within(message)))
                .orElse(new byte[0]);
        String type =
                Optional.ofNullable((String) message.get(Message.CONTENT_TYPE)).orElse("");
        XmlBytes whole = XmlBytes.of(bytes, type);
        if (whole.isBlank()) {
            throw new AnswerRefusedException(denied ? Reason.DENIED : Reason.EMPTY);
        }
        boolean multipart = RootPart.isMultipart(type);
        Reason noSoap = denied ? Reason.DENIED : multipart ? Reason.MULTIPART : Reason.NOT_SOAP;
        XmlBytes xml = multipart ? rootOf(bytes, type, noSoap) : whole;
        SoapMessage answer = checked(xml, noSoap, question(message), passage);
        if (multipart && RootPart.refersToAnother(answer.envelope())) {
            throw new AnswerRefusedException(noSoap);
        }
        message.removeContent(InputStream.class);
        if (multipart) {
            // CXF would look for the parts
            message.put(Message.CONTENT_TYPE, SOAP);
        }
        message.setContent(
                XMLStreamReader.class, new W3CDOMStreamReader(answer.envelope().getOwnerDocument()));
    }

    /** What is left of a call's own time, where it says one. */
    private Duration within(Message message) {
        return message.getExchange().getOutMessage().getContextualProperty(SoapCall.RECEIVE_TIMEOUT)
                        instanceof String millis
                ? Duration.ofMillis(Math.min(Long.parseLong(millis), within.toMillis()))
                : within;
    }

    private static byte[] read(InputStream content, Duration within) {
        try (content) {
            return WholeAnswer.read(content, XmlLimits.MESSAGE, System.nanoTime() + within.toNanos());
        } catch (WholeAnswer.TooLargeException e) {
            throw new AnswerRefusedException(Reason.LIMITS);
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    private static XmlBytes rootOf(byte[] bytes, String type, Reason noRoot) {
        return RootPart.of(bytes, type)
                .map(root -> XmlBytes.of(root.content(), root.contentType()))
                .orElseThrow(() -> new AnswerRefusedException(noRoot));
    }

    /** The first field of this name in the head of the answer. */
    private static Optional<String> field(Message message, String name) {
        return Optional.ofNullable(Headers.getSetProtocolHeaders(message).get(name))
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0));
    }

    /** What the call asked, as {@link SoapCall} sent it along. */
    private static OpenQuestion question(Message message) {
        return (OpenQuestion) message.getExchange().getOutMessage().get(OpenQuestion.class.getName());
    }

    private SoapMessage checked(XmlBytes xml, Reason noSoap, OpenQuestion question, Passage passage) {
        requireLimits(xml.source(), noSoap);
        Element root = SoapMessage.parse(xml.source())
                .filter(SoapMessage::isEnvelope)
                .orElseThrow(() -> new AnswerRefusedException(noSoap));
        if (SoapMessage.isEmpty(root)) {
            throw new AnswerRefusedException(Reason.EMPTY);
        }
        SoapMessage answer = SoapMessage.of(root)
                .orElseThrow(() -> new AnswerRefusedException(check.looksForSignatures() ? Reason.SIGNATURE : noSoap));
        try {
            check.verify(answer, question).ifPresent(passage::signedBy);
        } catch (SignatureRefusedException e) {
            throw new AnswerRefusedException(Reason.SIGNATURE);
        } catch (UnprovenException e) {
            throw new AnswerRefusedException(answer.isFault() ? Reason.FAULT : Reason.CORRELATION);
        }
        return answer;
    }

    private static void requireLimits(InputSource source, Reason noSoap) {
        try {
            Xml.limitedReader().parse(source);
        } catch (XmlLimits.ExceededException e) {
            throw new AnswerRefusedException(Reason.LIMITS);
        } catch (SAXException | IOException e) {
            // the parser's words may quote the message
            throw new AnswerRefusedException(noSoap);
        }
    }
}
