package be.zeef.proof;

import be.zeef.agreement.Agreement;
import be.zeef.security.Cms;
import be.zeef.security.OwnKey;
import be.zeef.security.PrivateFiles;
import be.zeef.security.Sha256;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The proofs of one installation: for each agreement {@code ID.json}, its certificate, and {@code ID.p7s}, a detached CMS
 * signature over it by the installation's own key. A proof counts for the very version that it was made of, and while it is signed.
 * Thread-safe.
 */
public final class SignedProofs {

    private final Path folder;
    private final OwnKey key;
    private final Clock clock;
    private final Map<String, Report> reports = new ConcurrentHashMap<>();

    /** @param folder where they lie; it need not exist */
    public SignedProofs(Path folder, OwnKey key, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /** Where the certificate of this agreement lies; it need not exist. */
    public Path file(String agreement) {
        return folder.resolve(agreement + ".json");
    }

    /** Where its signature lies. */
    public Path signature(String agreement) {
        return folder.resolve(agreement + ".p7s");
    }

    /** Signs a proof, in the place of what was there. */
    public void keep(Proof proof) throws IOException {
        byte[] certificate = Certificate.of(proof);
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        try (OutputStream signed = Cms.signing(key.identity(clock), signature)) {
            signed.write(certificate);
        }
        PrivateFiles.folder(folder);
        String agreement = proof.agreement().id();
        PrivateFiles.whole(file(agreement), new ByteArrayInputStream(certificate));
        PrivateFiles.whole(signature(agreement), new ByteArrayInputStream(signature.toByteArray()));
    }

    /** @throws InvalidMessageException when this version of the agreement is not proved here */
    public void require(Agreement agreement) {
        Report report = report(agreement);
        if (!report.acceptable()) {
            throw new InvalidMessageException(report);
        }
    }

    /** What is to be said of the proof of this version. What was found good is remembered by the bytes that it was found of. */
    public Report report(Agreement agreement) {
        Findings findings = new Findings();
        Optional<byte[]> certificate = read(file(agreement.id()));
        Optional<byte[]> signature = read(signature(agreement.id()));
        if (certificate.isEmpty() || signature.isEmpty() || !key.exists()) {
            findings.add(Finding.error("proof.missing", Location.WHOLE, agreement.id()));
            return findings.report(agreement.id());
        }
        String of = String.join(
                " ", agreement.id(), agreement.version(), Sha256.hex(certificate.get()), Sha256.hex(signature.get()));
        Report known = reports.get(of);
        return known != null ? known : held(agreement, certificate.get(), signature.get(), findings, of);
    }

    private Report held(Agreement agreement, byte[] certificate, byte[] signature, Findings findings, String of) {
        hold(agreement, certificate, signature, findings);
        Report report = findings.report(agreement.id());
        if (report.acceptable()) {
            reports.put(of, report);
        }
        return report;
    }

    private void hold(Agreement agreement, byte[] certificate, byte[] signature, Findings findings) {
        try {
            Cms.verifiedDetached(certificate, signature, key.certificate(), clock);
        } catch (IOException | RuntimeException e) {
            // what is no CMS makes BouncyCastle throw exceptions of any kind
            findings.add(Finding.error("proof.signature", Location.WHOLE, agreement.id()));
            return;
        }
        Optional<Certificate.Head> head =
                Certificate.head(certificate).filter(each -> each.agreement().equals(agreement.id()));
        if (head.isEmpty()) {
            findings.add(Finding.error("proof.signature", Location.WHOLE, agreement.id()));
        } else if (!head.get().version().equals(agreement.version())) {
            findings.add(Finding.error("proof.version", Location.WHOLE, agreement.id()));
        } else if (!head.get().holds()) {
            findings.add(Finding.error("proof.failed", Location.WHOLE, agreement.id()));
        } else {
            findings.add(Finding.information("proof.stands", Location.WHOLE, agreement.id()));
        }
    }

    /** What cannot be read is not there for us. */
    private static Optional<byte[]> read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= Certificate.LARGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
