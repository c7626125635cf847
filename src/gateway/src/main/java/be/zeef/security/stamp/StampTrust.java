package be.zeef.security.stamp;

import be.zeef.security.Sha256;
import be.zeef.security.stamp.StampRefusedException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Whose time-stamps are believed, and which. A token counts when it is over the very content, under the policy, and signed by a certificate
 * that is for time-stamps and nothing else (RFC 3161 §2.3), held at the time that it tells, and is, or was issued under, one that is trusted.
 * Thread-safe.
 */
public final class StampTrust {

    /** How far an authority's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final List<X509Certificate> trusted;
    private final String policy;

    /**
     * @param trusted signers, or their issuers
     * @param policy the only one that counts; empty for any
     */
    public StampTrust(List<X509Certificate> trusted, String policy) {
        this.trusted = List.copyOf(trusted);
        this.policy = policy;
    }

    /** Asks for a stamp over this content under the policy that counts here. */
    public StampQuestion question(byte[] content) {
        return StampQuestion.of(content, policy);
    }

    /**
     * The token in an answer.
     *
     * @throws StampRefusedException when it is not one, over this content, of now, that is believed
     */
    public byte[] token(byte[] answer, StampQuestion question, byte[] content, Clock clock)
            throws StampRefusedException {
        TimeStampToken token = granted(answer);
        if (!question.nonce().equals(token.getTimeStampInfo().getNonce())) {
            throw new StampRefusedException(Reason.NONCE, null);
        }
        if (time(token, content).isAfter(clock.instant().plus(SKEW))) {
            throw new StampRefusedException(Reason.FUTURE, null);
        }
        try {
            return token.getEncoded();
        } catch (IOException e) {
            throw new StampRefusedException(Reason.GARBAGE, e);
        }
    }

    private static TimeStampToken granted(byte[] answer) throws StampRefusedException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            int status = response.getStatus();
            if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
                throw new StampRefusedException(Reason.REFUSED, null);
            }
            if (response.getTimeStampToken() == null) {
                throw new StampRefusedException(Reason.GARBAGE, null);
            }
            return response.getTimeStampToken();
        } catch (TSPException | IOException | RuntimeException e) {
            throw new StampRefusedException(Reason.GARBAGE, e);
        }
    }

    /**
     * The time of a token that was kept.
     *
     * @throws StampRefusedException when it is not believed, or not over this content
     */
    public Instant verify(byte[] token, byte[] content) throws StampRefusedException {
        try {
            return time(new TimeStampToken(new CMSSignedData(token)), content);
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            throw new StampRefusedException(Reason.GARBAGE, e);
        }
    }

    private Instant time(TimeStampToken token, byte[] content) throws StampRefusedException {
        var info = token.getTimeStampInfo();
        if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                || !MessageDigest.isEqual(
                        info.getMessageImprintDigest(), Sha256.digest().digest(content))) {
            throw new StampRefusedException(Reason.IMPRINT, null);
        }
        if (!policy.isEmpty() && !info.getPolicy().getId().equals(policy)) {
            throw new StampRefusedException(Reason.POLICY, null);
        }
        Instant at = info.getGenTime().toInstant();
        signed(token, at);
        return at;
    }

    private void signed(TimeStampToken token, Instant at) throws StampRefusedException {
        try {
            List<X509Certificate> own = certificates(token);
            X509Certificate signer = Stream.concat(own.stream(), trusted.stream())
                    .filter(each -> isSigner(token, each))
                    .findFirst()
                    .orElseThrow(() -> new CertificateException("its signer's certificate is not there"));
            require(signer);
            if (at.isBefore(signer.getNotBefore().toInstant())
                    || at.isAfter(signer.getNotAfter().toInstant())) {
                throw new StampRefusedException(Reason.EXPIRED, null);
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            if (!trusted.contains(signer)) {
                requireIssued(signer, own, at);
            }
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new StampRefusedException(Reason.SIGNER, e);
        }
    }

    private static void require(X509Certificate signer) throws StampRefusedException, CertificateException {
        try {
            TSPUtil.validateCertificate(new X509CertificateHolder(signer.getEncoded()));
        } catch (TSPValidationException e) {
            throw new StampRefusedException(Reason.USAGE, e);
        } catch (IOException e) {
            throw new CertificateException(e);
        }
    }

    private static boolean isSigner(TimeStampToken token, X509Certificate certificate) {
        try {
            return token.getSID().match(new X509CertificateHolder(certificate.getEncoded()));
        } catch (IOException | CertificateException e) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(TimeStampToken token) throws CertificateException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            all.add(new JcaX509CertificateConverter().getCertificate(each));
        }
        return all;
    }

    /** Under a certificate that is trusted, all of which held then; nobody is asked what was revoked since. */
    private void requireIssued(X509Certificate signer, List<X509Certificate> between, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters path = new PKIXBuilderParameters(
                trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()), target);
        path.setDate(Date.from(at));
        path.setRevocationEnabled(false);
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
        CertPathBuilder.getInstance("PKIX").build(path);
    }
}
