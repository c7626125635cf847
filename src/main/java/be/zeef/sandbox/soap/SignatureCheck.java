package be.zeef.sandbox.soap;

import be.zeef.security.SoapMessage;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.w3c.dom.Element;

/** Verifies that the very Body that is read was signed, by a certificate of the issuer, the one the TLS client showed. */
final class SignatureCheck {

    private static final String NONE = "ERR_025: Verification failure: No signature in message!";

    private final Merlin trusted;

    SignatureCheck(KeyStore issuers) {
        trusted = new Merlin();
        trusted.setTrustStore(issuers);
    }

    /** Why the message is refused, in MAGDA's manner; empty when its signature holds. */
    String refusal(SoapMessage message, Certificate client) {
        List<Element> headers = message.headers(WSConstants.WSSE_NS, "Security");
        if (headers.size() != 1) {
            return NONE;
        }
        try {
            RequestData request = new RequestData();
            request.setWssConfig(WSSConfig.getNewInstance());
            request.setSigVerCrypto(trusted);
            request.setEnableRevocation(false);
            request.setAlgorithmSuite(allowed());
            WSHandlerResult results = new WSSecurityEngine().processSecurityHeader(headers.get(0), request);
            List<WSSecurityEngineResult> signatures =
                    results.getActionResults().getOrDefault(WSConstants.SIGN, List.of());
            if (signatures.size() != 1) {
                return NONE;
            }
            if (!client.equals(signatures.get(0).get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))) {
                return "ERR_026: Verification failure: signer is not the client";
            }
            return covers(signatures.get(0), message.body()) ? "" : "ERR_027: Verification failure: Body is not signed";
        } catch (WSSecurityException e) {
            return "ERR_028: Verification failure: " + e.getErrorCode();
        }
    }

    /**
     * RSA with SHA-1 or SHA-256 over exclusive canonical XML, nothing else: any other transform could leave a part of
     * the Body out of what is signed.
     */
    private static AlgorithmSuite allowed() {
        AlgorithmSuite suite = new AlgorithmSuite();
        suite.addSignatureMethod(WSConstants.RSA_SHA1);
        suite.addSignatureMethod(WSConstants.RSA_SHA256);
        suite.addDigestAlgorithm(WSConstants.SHA1);
        suite.addDigestAlgorithm(WSConstants.SHA256);
        suite.addC14nAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.addTransformAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.setMinimumAsymmetricKeyLength(2048);
        return suite;
    }

    private static boolean covers(WSSecurityEngineResult signature, Element body) {
        Object references = signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
        return references instanceof List<?> list
                && list.stream().anyMatch(ref -> ref instanceof WSDataRef data && data.getProtectedElement() == body);
    }
}
