package be.zeef.route;

import be.zeef.route.AnswerRefusedException.Reason;
import be.zeef.security.AnswerCheck;
import be.zeef.security.Limits;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.SoapMessage;
import be.zeef.security.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.helpers.HttpHeaderHelper;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.W3CDOMStreamReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Where a SOAP answer comes in: it is held against the limits, parsed once, checked, and handed on as the very tree that was
 * checked, so that nothing later can read it otherwise than the check did. CXF's own reader finds the work done.
 */
final class AnswerGate extends AbstractPhaseInterceptor<Message> {

    private final AnswerCheck check;

    AnswerGate(AnswerCheck check) {
        super(Phase.RECEIVE);
        addBefore(AttachmentInInterceptor.class.getName());
        this.check = check;
    }

    @Override
    public void handleMessage(Message message) {
        Reason noSoap = denied(message) ? Reason.DENIED : Reason.FAULT;
        InputStream content = message.getContent(InputStream.class);
        if (content == null) {
            throw new AnswerRefusedException(noSoap);
        }
        SoapMessage answer = checked(read(content), charset(message), noSoap);
        message.removeContent(InputStream.class);
        message.setContent(
                XMLStreamReader.class, new W3CDOMStreamReader(answer.envelope().getOwnerDocument()));
    }

    /** One byte more than may be is read, never all of it. */
    private static byte[] read(InputStream content) {
        try (content) {
            byte[] bytes = content.readNBytes(Limits.MESSAGE + 1);
            if (bytes.length > Limits.MESSAGE) {
                throw new AnswerRefusedException(Reason.LIMITS);
            }
            return bytes;
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    private static boolean denied(Message message) {
        return message.get(Message.RESPONSE_CODE) instanceof Integer status && (status == 401 || status == 403);
    }

    private SoapMessage checked(byte[] bytes, Optional<String> charset, Reason noSoap) {
        requireLimits(source(bytes, charset), noSoap);
        SoapMessage answer = SoapMessage.read(source(bytes, charset))
                .orElseThrow(() -> new AnswerRefusedException(check.looksForSignatures() ? Reason.SIGNATURE : noSoap));
        try {
            check.verify(answer);
        } catch (SignatureRefusedException e) {
            throw new AnswerRefusedException(Reason.SIGNATURE);
        }
        return answer;
    }

    private static void requireLimits(InputSource source, Reason noSoap) {
        try {
            Xml.limitedReader().parse(source);
        } catch (Limits.ExceededException e) {
            throw new AnswerRefusedException(Reason.LIMITS);
        } catch (SAXException | IOException e) {
            // the parser's words may quote the message
            throw new AnswerRefusedException(noSoap);
        }
    }

    private static InputSource source(byte[] bytes, Optional<String> charset) {
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        charset.ifPresent(source::setEncoding);
        return source;
    }

    /** What HTTP says of the encoding comes before what the XML says (RFC 7303 §3). */
    private static Optional<String> charset(Message message) {
        return Optional.ofNullable((String) message.get(Message.CONTENT_TYPE))
                .map(HttpHeaderHelper::findCharset)
                .map(name -> name.replace("\"", ""));
    }
}
