package be.zeef.security;

import java.util.List;
import org.apache.wss4j.dom.WSConstants;
import org.w3c.dom.Element;

/** A {@code wsse:Security} header of the one form that is accepted: a token, a Timestamp and a signature, in any order. */
record SecurityHeader(Element element, Element timestamp) {

    /** @throws SignatureRefusedException when something is missing, stands twice or is not expected there */
    static SecurityHeader read(Element header) throws SignatureRefusedException {
        List<Element> parts = SoapMessage.children(header);
        one(parts, WSConstants.SIG_NS, "Signature");
        one(parts, WSConstants.WSSE_NS, "BinarySecurityToken");
        Element timestamp = one(parts, WSConstants.WSU_NS, "Timestamp");
        if (parts.size() != 3) {
            throw new SignatureRefusedException();
        }
        return new SecurityHeader(header, timestamp);
    }

    private static Element one(List<Element> parts, String namespace, String name) throws SignatureRefusedException {
        List<Element> found = SoapMessage.named(parts, namespace, name);
        if (found.size() != 1) {
            throw new SignatureRefusedException();
        }
        return found.get(0);
    }
}
