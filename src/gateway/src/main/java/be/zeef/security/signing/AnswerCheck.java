package be.zeef.security.signing;

import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.reading.Xml;
import be.zeef.security.signing.AnswerPolicy.Dated;
import be.zeef.security.signing.AnswerPolicy.Signed;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.transform.STRTransform;
import org.apache.wss4j.dom.validate.Credential;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Whether an answer is believed under its partner's policy. WSS4J verifies the signature; what it covers, who made it and
 * when is looked at here, on the tree that is handed on (docs/adr/0010):
 *
 * <ul>
 *   <li>one Security header in the whole message, holding one token, one signature, a Timestamp where the policy has one, and
 *       nothing else;
 *   <li>no Id twice anywhere, so that no reference can mean two elements;
 *   <li>the signature refers to the very Body element that is read and to the very Timestamp that is looked at; without a
 *       Timestamp, to the Body and at most the token beside it;
 *   <li>it was made by the pinned certificate, with algorithms the policy lists, over exclusive canonical XML;
 *   <li>it is fresh, and was not met before ({@link ReplayGuard}); without a Timestamp, it answers the question that is
 *       open, by the one-time reference within the signed Body ({@link OpenQuestion}).
 * </ul>
 *
 * Thread-safe.
 */
public final class AnswerCheck {

    /** At 500 answers a second as many as come within 100 s, which is longer than any call waits; some 20 MB when full. */
    private static final int MOST_REMEMBERED = 50_000;

    private static final Set<String> IDS = Set.of("id", "assertionid", "responseid", "requestid");

    private final AnswerPolicy policy;
    private final X509Certificate signer;
    private final Freshness freshness;
    private final ReplayGuard replays;

    private AnswerCheck(AnswerPolicy policy, X509Certificate signer, Clock clock) {
        this.policy = policy;
        this.signer = signer;
        this.freshness = new Freshness(policy.maxAge(), policy.clockSkew(), clock);
        Duration window = policy.maxAge().plus(policy.clockSkew().multipliedBy(2));
        this.replays = new ReplayGuard(window, MOST_REMEMBERED);
    }

    /**
     * @param keys where the signer's certificate is, when the policy names one
     * @throws KeyException when it is not there
     */
    public static AnswerCheck of(AnswerPolicy policy, Keys keys, Clock clock) {
        X509Certificate signer = policy.signed() == Signed.NEVER ? null : keys.partner(policy.signer());
        return new AnswerCheck(policy, signer, clock);
    }

    /** Whether an answer that is no whole SOAP message may be an unsigned one. */
    public boolean looksForSignatures() {
        return policy.signed() != Signed.NEVER;
    }

    /**
     * Returns when the answer may be read. Its Security header is taken out when it was verified.
     *
     * @param question what was asked
     * @return who signed it; empty when its policy lets one in that nobody did
     * @throws SignatureRefusedException when it may not
     * @throws UnprovenException when it is well signed and may be an old one
     */
    public Optional<X509Certificate> verify(SoapMessage message, OpenQuestion question)
            throws SignatureRefusedException, UnprovenException {
        if (policy.signed() == Signed.NEVER) {
            return Optional.empty();
        }
        int headers = message.envelope()
                .getElementsByTagNameNS(WSConstants.WSSE_NS, "Security")
                .getLength();
        if (headers == 0 && policy.signed() == Signed.OPTIONAL && unsigned(message)) {
            return Optional.empty();
        }
        List<Element> security = message.headers(WSConstants.WSSE_NS, "Security");
        require(headers == 1 && security.size() == 1);
        verify(message, SecurityHeader.read(security.get(0)), question);
        security.get(0).getParentNode().removeChild(security.get(0));
        return Optional.of(signer);
    }

    /** A signature that stands anywhere else is none that we understand, so its message is not an unsigned one. */
    private static boolean unsigned(SoapMessage message) {
        return message.envelope()
                        .getElementsByTagNameNS(WSConstants.SIG_NS, "Signature")
                        .getLength()
                == 0;
    }

    private void verify(SoapMessage message, SecurityHeader header, OpenQuestion question)
            throws SignatureRefusedException, UnprovenException {
        require(policy.dated() != (header.timestamp().isPresent() ? Dated.NEVER : Dated.ALWAYS));
        requireUniqueIds(message.envelope(), new HashSet<>());
        try {
            List<WSSecurityEngineResult> signatures = new WSSecurityEngine()
                    .processSecurityHeader(header.element(), request())
                    .getActionResults()
                    .getOrDefault(WSConstants.SIGN, List.of());
            require(signatures.size() == 1);
            WSSecurityEngineResult signature = signatures.get(0);
            require(signer.equals(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE)));
            List<Element> covered = covered(signature);
            require(isAmong(covered, message.body()));
            if (header.timestamp().isPresent()) {
                Element timestamp = header.timestamp().get();
                require(isAmong(covered, timestamp));
                require(replays.admits(freshness.created(timestamp), value(signature)));
            } else {
                require(covered.stream().allMatch(each -> each == message.body() || each == header.token()));
                requireAnswerTo(question, message);
            }
        } catch (WSSecurityException e) {
            // its text may quote the message
            throw new SignatureRefusedException();
        }
    }

    private RequestData request() {
        WSSConfig config = WSSConfig.getNewInstance();
        config.setValidator(WSConstants.SIGNATURE, (credential, data) -> requireSigner(credential));
        // its life is looked at with our own clock
        config.setValidator(WSConstants.TIMESTAMP, (credential, data) -> credential);
        RequestData request = new RequestData();
        request.setWssConfig(config);
        request.setSigVerCrypto(new Merlin());
        request.setAlgorithmSuite(allowed());
        return request;
    }

    /** Trust is this certificate: neither its issuer nor anything the machine trusts besides. */
    private Credential requireSigner(Credential credential) throws WSSecurityException {
        try {
            X509Certificate[] shown = credential.getCertificates();
            if (shown == null || shown.length == 0 || !shown[0].equals(signer)) {
                throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
            }
            signer.checkValidity(Date.from(freshness.now()));
            return credential;
        } catch (CertificateException e) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION, e);
        }
    }

    private AlgorithmSuite allowed() {
        AlgorithmSuite suite = new AlgorithmSuite();
        policy.algorithms().forEach(each -> {
            suite.addSignatureMethod(each.signature());
            suite.addDigestAlgorithm(each.digest());
        });
        suite.addC14nAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.addTransformAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.addTransformAlgorithm(STRTransform.TRANSFORM_URI);
        suite.setMinimumAsymmetricKeyLength(2048);
        return suite;
    }

    /** The decoded signature: its text could be written in several ways. Its first 16 bytes tell it from any other. */
    private static String value(WSSecurityEngineResult signature) {
        byte[] value = (byte[]) signature.get(WSSecurityEngineResult.TAG_SIGNATURE_VALUE);
        return HexFormat.of().formatHex(value, 0, 16);
    }

    private static void requireAnswerTo(OpenQuestion question, SoapMessage message) throws UnprovenException {
        if (!question.takes(message.content())) {
            throw new UnprovenException();
        }
    }

    /** The elements that the signature refers to; one that it refers to and that is none makes it refused. */
    private static List<Element> covered(WSSecurityEngineResult signature) throws SignatureRefusedException {
        Object references = signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
        require(references instanceof List<?>);
        List<Element> covered = new ArrayList<>();
        for (Object reference : (List<?>) references) {
            require(reference instanceof WSDataRef data && data.getProtectedElement() != null);
            covered.add(((WSDataRef) reference).getProtectedElement());
        }
        return covered;
    }

    /** The very element: not one that is like it. */
    private static boolean isAmong(List<Element> covered, Element element) {
        return covered.stream().anyMatch(each -> each == element);
    }

    private static void requireUniqueIds(Element element, Set<String> met) throws SignatureRefusedException {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean id = IDS.contains(attribute.getLocalName().toLowerCase(java.util.Locale.ROOT));
            require(!id || met.add(attribute.getValue()));
        }
        for (Element inner : Xml.children(element)) {
            requireUniqueIds(inner, met);
        }
    }

    private static void require(boolean fine) throws SignatureRefusedException {
        if (!fine) {
            throw new SignatureRefusedException();
        }
    }
}
