package be.zeef.sandbox.soap;

import be.zeef.security.signing.SoapMessage;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import org.apache.wss4j.common.bsp.BSPEnforcer;
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
import org.apache.wss4j.dom.message.token.Timestamp;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Verifies that the very Body that is read was signed, by a certificate of the issuer, the one the TLS client showed. */
public final class SignatureCheck {

    private static final String NONE = "ERR_025: Verification failure: No signature in message!";

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final Merlin trusted;
    private final boolean federal;

    private SignatureCheck(KeyStore issuers, boolean federal) {
        this.federal = federal;
        trusted = new Merlin();
        trusted.setTrustStore(issuers);
    }

    /** As MAGDA: the Body at least, with SHA-1 or SHA-256. */
    static SignatureCheck magda(KeyStore issuers) {
        return new SignatureCheck(issuers, false);
    }

    /** As the federal platform: Body, Timestamp and token, with SHA-256 only, and a life of five minutes at most. */
    public static SignatureCheck federal(KeyStore issuers) {
        return new SignatureCheck(issuers, true);
    }

    /** Why the message is refused, in MAGDA's manner; empty when its signature holds. */
    public String refusal(SoapMessage message, Certificate client) {
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
            if (federal && !coversHeader(signatures.get(0), headers.get(0))) {
                return "ERR_030: Verification failure: Timestamp or token is not signed, or lives too long";
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
    private AlgorithmSuite allowed() {
        AlgorithmSuite suite = new AlgorithmSuite();
        suite.addSignatureMethod(WSConstants.RSA_SHA256);
        suite.addDigestAlgorithm(WSConstants.SHA256);
        if (!federal) {
            suite.addSignatureMethod(WSConstants.RSA_SHA1);
            suite.addDigestAlgorithm(WSConstants.SHA1);
        }
        suite.addC14nAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.addTransformAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.setMinimumAsymmetricKeyLength(2048);
        return suite;
    }

    private static boolean coversHeader(WSSecurityEngineResult signature, Element header) throws WSSecurityException {
        NodeList timestamps = header.getElementsByTagNameNS(WSConstants.WSU_NS, "Timestamp");
        NodeList tokens = header.getElementsByTagNameNS(WSConstants.WSSE_NS, "BinarySecurityToken");
        if (timestamps.getLength() != 1 || tokens.getLength() != 1) {
            return false;
        }
        Element element = (Element) timestamps.item(0);
        Timestamp timestamp = new Timestamp(element, new BSPEnforcer());
        return covers(signature, element)
                && covers(signature, (Element) tokens.item(0))
                && timestamp.getExpires() != null
                && Duration.between(timestamp.getCreated(), timestamp.getExpires())
                                .compareTo(LONGEST_LIFE)
                        <= 0;
    }

    private static boolean covers(WSSecurityEngineResult signature, Element part) {
        Object references = signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
        return references instanceof List<?> list
                && list.stream().anyMatch(ref -> ref instanceof WSDataRef data && data.getProtectedElement() == part);
    }
}
