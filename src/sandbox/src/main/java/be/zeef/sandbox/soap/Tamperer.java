package be.zeef.sandbox.soap;

import be.zeef.sandbox.soap.AnswerSigner.Manner;
import be.zeef.sandbox.soap.AnswerSigner.Part;
import be.zeef.subject.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.apache.wss4j.dom.WSConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Signs an answer, then does to it what it is told: a forged Body says the contrary of the signed one. */
final class Tamperer {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final AnswerSigner signer;
    private final Manner usual;
    private final String foreigner;

    /**
     * @param usual how it signs what is not tampered with
     * @param foreigner alias of another key of the same issuer
     */
    Tamperer(AnswerSigner signer, Manner usual, String foreigner) {
        this.signer = signer;
        this.usual = usual;
        this.foreigner = foreigner;
    }

    /** The answer, signed. */
    String signed(String answer) {
        return AnswerSigner.text(signer.sign(answer, usual));
    }

    /**
     * The answer as this tampering leaves it; those that need no signing do not come here.
     *
     * @param before the answer that was sent before, signed
     */
    String tampered(String answer, String before, AnswerTampering kind) {
        return switch (kind) {
            case UNSIGNED -> answer;
            case FOREIGN_SIGNER -> signed(answer, usual.by(foreigner));
            case EXPIRED -> signed(answer, usual.shifted(Duration.ofHours(-1)));
            case FROM_THE_FUTURE -> signed(answer, usual.shifted(Duration.ofHours(1)));
            case WEAK_ALGORITHM -> signed(answer, usual.withSha1());
            case TIMESTAMP_ONLY ->
                signed(answer, usual.dated() ? usual.over(Part.TIMESTAMP, Part.TOKEN) : usual.over(Part.TOKEN));
            case BODY_ONLY -> signed(answer, Manner.usual(usual.key()).over(Part.BODY));
            case UNDATED -> signed(answer, Manner.undated(usual.key()));
            case SWAPPED_BODY -> swapped(signed(answer), before);
            case DOCTYPE ->
                answer.replaceFirst("\\?>", "?><!DOCTYPE e [<!ENTITY one \"1\">]>")
                        .replace(">1<", ">&one;<");
            case DEEP -> answer.replaceFirst("<Repliek>", "<Repliek>" + "<a>".repeat(10_000) + "</a>".repeat(10_000));
            default -> AnswerSigner.text(wrapped(signer.sign(answer, usual), kind));
        };
    }

    private String signed(String answer, Manner how) {
        return AnswerSigner.text(signer.sign(answer, how));
    }

    private static Document wrapped(Document message, AnswerTampering kind) {
        Element envelope = message.getDocumentElement();
        Element header = one(message, SOAP, "Header");
        Element body = one(message, SOAP, "Body");
        Element forged = forged(body);
        switch (kind) {
            case ALTERED -> flip(body);
            case STRAY_TIMESTAMP -> stray(message);
            case MOVED_ID -> {
                Element content = (Element) body.getFirstChild();
                content.setAttributeNS(WSConstants.WSU_NS, "wsu:Id", body.getAttributeNS(WSConstants.WSU_NS, "Id"));
                withoutId(body);
            }
            case BODY_IN_HEADER -> {
                withoutId(forged);
                envelope.replaceChild(forged, body);
                header.appendChild(wrapper(message)).appendChild(body);
            }
            case DUPLICATE_ID -> {
                envelope.replaceChild(forged, body);
                header.appendChild(wrapper(message)).appendChild(body);
            }
            case BODY_IN_SIGNATURE -> {
                withoutId(forged);
                envelope.replaceChild(forged, body);
                one(message, WSConstants.SIG_NS, "Signature")
                        .appendChild(message.createElementNS(WSConstants.SIG_NS, "ds:Object"))
                        .appendChild(body);
            }
            case FORGED_BODY_FIRST -> {
                withoutId(forged);
                envelope.insertBefore(forged, body);
            }
            case FORGED_BODY_LAST -> {
                withoutId(forged);
                envelope.appendChild(forged);
            }
            case BODY_IN_BODY -> {
                withoutId(forged);
                envelope.replaceChild(forged, body);
                forged.appendChild(body);
            }
            case TWO_SECURITY_HEADERS -> {
                Element other = message.createElementNS(WSConstants.WSSE_NS, "wsse:Security");
                other.setAttributeNS(SOAP, body.getPrefix() + ":actor", "somebody");
                header.insertBefore(other, header.getFirstChild());
            }
            default -> throw new IllegalArgumentException(kind.name());
        }
        return message;
    }

    /** A Timestamp of now that nothing signs. */
    private static void stray(Document message) {
        Element security = one(message, WSConstants.WSSE_NS, "Security");
        Element old = one(message, WSConstants.WSU_NS, "Timestamp");
        if (old != null) {
            security.removeChild(old);
        }
        Element timestamp = message.createElementNS(WSConstants.WSU_NS, "wsu:Timestamp");
        Instant now = Today.wallClock().instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Instant> times = new TreeMap<>(Map.of("Created", now, "Expires", now.plusSeconds(300)));
        times.forEach((name, time) -> {
            Element at = message.createElementNS(WSConstants.WSU_NS, "wsu:" + name);
            at.setTextContent(time.toString());
            timestamp.appendChild(at);
        });
        security.appendChild(timestamp);
    }

    private static String swapped(String signed, String before) {
        String body = before.substring(
                before.indexOf(">", before.indexOf(":Body")) + 1,
                before.lastIndexOf("</", before.lastIndexOf(":Body>")));
        int begin = signed.indexOf(">", signed.indexOf(":Body")) + 1;
        return signed.substring(0, begin)
                + body
                + signed.substring(signed.lastIndexOf("</", signed.lastIndexOf(":Body>")));
    }

    private static Element wrapper(Document message) {
        return message.createElementNS("urn:wrapper", "w:Wrapper");
    }

    private static Element forged(Element body) {
        Element forged = (Element) body.cloneNode(true);
        flip(forged);
        return forged;
    }

    /** Yes becomes no and no becomes yes, in the first result there is. */
    private static void flip(Element body) {
        Node result = body.getElementsByTagName("Resultaat").item(0);
        NodeList codes = ((Element) result).getElementsByTagName("Code");
        Node value = codes.getLength() > 0 ? codes.item(0) : result;
        value.setTextContent(value.getTextContent().equals("1") ? "0" : "1");
    }

    private static void withoutId(Element element) {
        element.removeAttributeNS(WSConstants.WSU_NS, "Id");
    }

    private static Element one(Document message, String namespace, String name) {
        return (Element) message.getElementsByTagNameNS(namespace, name).item(0);
    }
}
