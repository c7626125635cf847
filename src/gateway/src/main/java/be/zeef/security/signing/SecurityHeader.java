package be.zeef.security.signing;

import be.zeef.security.SignatureRefusedException;
import be.zeef.security.reading.Xml;
import java.util.List;
import java.util.Optional;
import org.apache.wss4j.dom.WSConstants;
import org.w3c.dom.Element;

/**
 * A {@code wsse:Security} header of the one form that is accepted: a token, a signature and at most one Timestamp, in any
 * order.
 */
record SecurityHeader(Element element, Element token, Optional<Element> timestamp) {

    /** @throws SignatureRefusedException when something is missing, stands twice or is not expected there */
    static SecurityHeader read(Element header) throws SignatureRefusedException {
        List<Element> parts = Xml.children(header);
        one(parts, WSConstants.SIG_NS, "Signature");
        Element token = one(parts, WSConstants.WSSE_NS, "BinarySecurityToken");
        List<Element> timestamps = SoapMessage.named(parts, WSConstants.WSU_NS, "Timestamp");
        if (timestamps.size() > 1 || parts.size() != 2 + timestamps.size()) {
            throw new SignatureRefusedException();
        }
        return new SecurityHeader(header, token, timestamps.stream().findFirst());
    }

    private static Element one(List<Element> parts, String namespace, String name) throws SignatureRefusedException {
        List<Element> found = SoapMessage.named(parts, namespace, name);
        if (found.size() != 1) {
            throw new SignatureRefusedException();
        }
        return found.get(0);
    }
}
