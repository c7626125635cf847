package be.zeef.trust;

import be.zeef.security.Cms;
import be.zeef.security.Fingerprint;
import be.zeef.security.PersonKey;
import be.zeef.security.SignatureRefusedException;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** A trust file as it lies on a disk: a CMS signed message (RFC 5652) whose content is the text. */
public final class TrustFile {

    /** Larger than any town's; what is larger is no trust file. */
    static final int MOST_BYTES = 1 << 20;

    private TrustFile() {}

    /**
     * What it says, once one of these certificates is found to have signed it.
     *
     * @param file names it in findings
     * @throws InvalidMessageException when it is not signed so, or says nothing that can be used on any day
     */
    static Trust read(Path file, byte[] message, Fingerprint named) {
        Findings findings = new Findings();
        Optional<Trust> trust = signers(message, findings).stream()
                .filter(certificate -> Fingerprint.of(certificate).equals(named))
                .findFirst()
                .or(() -> none(findings, named))
                .flatMap(signer -> content(message, signer, findings)
                        .flatMap(text -> TrustText.read(text, findings))
                        .flatMap(text -> text.trust(signer, findings)));
        trust.ifPresent(each -> new TrustChecks(each, findings).form());
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file.getFileName().toString()));
        }
        return trust.orElseThrow();
    }

    /** The fingerprints of those whose signature it claims to bear; nothing of it is verified. */
    public static List<Fingerprint> claimed(byte[] message) {
        return signers(message, new Findings()).stream().map(Fingerprint::of).toList();
    }

    /**
     * Makes one.
     *
     * @param yaml the text; what it says of a certificate is PEM, or what {@code certificate} makes PEM of
     * @throws InvalidMessageException when the text could be used on no day
     */
    public static byte[] make(Path file, byte[] yaml, UnaryOperator<String> certificate, PersonKey signer) {
        Findings findings = new Findings();
        Optional<TrustText> text = TrustText.read(yaml, findings).map(each -> each.with(certificate));
        text.flatMap(each -> each.trust(signer.certificate(), findings))
                .ifPresent(trust -> new TrustChecks(trust, findings).form());
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file.getFileName().toString()));
        }
        return signer.signInside(text.orElseThrow().yaml());
    }

    private static Optional<X509Certificate> none(Findings findings, Fingerprint named) {
        if (!findings.refused()) {
            findings.add(Finding.fatal("trusted.other-signer", Location.WHOLE, named.toString()));
        }
        return Optional.empty();
    }

    private static Optional<byte[]> content(byte[] message, X509Certificate signer, Findings findings) {
        byte[][] content = new byte[1][];
        try {
            // whether the signer's certificate is valid now is told apart, by TrustChecks
            Clock valid = Clock.fixed(signer.getNotBefore().toInstant(), Today.ZONE);
            Cms.verified(message, signer, valid, in -> content[0] = in.readNBytes(MOST_BYTES));
            return Optional.of(content[0]);
        } catch (SignatureRefusedException e) {
            findings.add(Finding.fatal("trusted.signature", Location.WHOLE));
        } catch (IOException | RuntimeException e) {
            // what is no CMS makes BouncyCastle throw exceptions of any kind
            findings.add(Finding.fatal("trusted.unsigned", Location.WHOLE));
        }
        return Optional.empty();
    }

    private static List<X509Certificate> signers(byte[] message, Findings findings) {
        try {
            Collection<X509CertificateHolder> held =
                    new CMSSignedData(message).getCertificates().getMatches(null);
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            List<X509Certificate> all = new java.util.ArrayList<>();
            for (X509CertificateHolder each : held) {
                all.add(converter.getCertificate(each));
            }
            return all;
        } catch (CMSException | CertificateException | RuntimeException e) {
            findings.add(Finding.fatal("trusted.unsigned", Location.WHOLE));
            return List.of();
        }
    }
}
