package be.zeef.sandbox.soap;

import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Verifies that the very Body that is read was signed, by a certificate of the issuer, the one the TLS client showed. */
final class SignatureCheck {

    private static final QName SECURITY = new QName(WSConstants.WSSE_NS, "Security");

    private final Merlin trusted;

    SignatureCheck(KeyStore issuers) {
        trusted = new Merlin();
        trusted.setTrustStore(issuers);
    }

    /** Why the message is refused, in MAGDA's words; empty when its signature holds. */
    String refusal(Document message, Element body, Certificate client) {
        if (message.getElementsByTagNameNS(SECURITY.getNamespaceURI(), SECURITY.getLocalPart())
                        .getLength()
                != 1) {
            return "ERR_025: Verification failure: No signature in message!";
        }
        try {
            RequestData request = new RequestData();
            request.setWssConfig(WSSConfig.getNewInstance());
            request.setSigVerCrypto(trusted);
            request.setMsgContext(message);
            request.setEnableRevocation(false);
            WSHandlerResult results = new WSSecurityEngine().processSecurityHeader(message, request);
            List<WSSecurityEngineResult> signatures =
                    results.getActionResults().getOrDefault(WSConstants.SIGN, List.of());
            if (signatures.size() != 1) {
                return "ERR_025: Verification failure: No signature in message!";
            }
            WSSecurityEngineResult signature = signatures.get(0);
            if (!client.equals(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))) {
                return "ERR_026: Verification failure: signer is not the client";
            }
            return covers(signature, body) ? "" : "ERR_027: Verification failure: Body is not signed";
        } catch (WSSecurityException e) {
            return "ERR_028: Verification failure: " + e.getErrorCode();
        }
    }

    private static boolean covers(WSSecurityEngineResult signature, Element body) {
        Object references = signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
        return references instanceof List<?> list
                && list.stream().anyMatch(ref -> ref instanceof WSDataRef data && data.getProtectedElement() == body);
    }
}
