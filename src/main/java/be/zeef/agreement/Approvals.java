package be.zeef.agreement;

import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/**
 * Outside the sandbox an agreement runs only when both DPOs have approved exactly this version: beside
 * {@code <id>.yaml} lie {@code <id>.sender.p7s} and {@code <id>.recipient.p7s}, CMS signed messages whose content is the
 * manifest ({@link Manifest#text}), so that a refusal names the file that was changed since; signed by the certificates {@code dpo-sender-<id>} and {@code dpo-recipient-<id>} of the trust store.
 */
public final class Approvals {

    private final Agreements agreements;
    private final Keys keys;
    private final Clock clock;

    public Approvals(Agreements agreements, Keys keys, Clock clock) {
        this.agreements = agreements;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws InvalidMessageException naming each approval that is missing, expired, another's or of another version */
    public void require(Agreement agreement) {
        Findings findings = new Findings();
        Manifest now = agreements.manifest(agreement);
        for (String side : List.of("sender", "recipient")) {
            check(now, side, findings);
        }
        if (!findings.refused() && !now.version().equals(agreement.version())) {
            findings.add(Finding.error("agreement.approval-moved", Location.WHOLE, agreement.id()));
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(agreement.id()));
        }
    }

    private void check(Manifest now, String side, Findings findings) {
        Path file = agreements.file(now.agreement()).resolveSibling(now.agreement() + "." + side + ".p7s");
        if (!Files.exists(file)) {
            findings.add(Finding.error(
                    "agreement.approval-missing",
                    Location.WHOLE,
                    side,
                    file.getFileName().toString()));
            return;
        }
        try {
            X509Certificate dpo = keys.partner("dpo-" + side + "-" + now.agreement());
            dpo.checkValidity(Date.from(clock.instant()));
            byte[][] content = {new byte[0]};
            Cms.verified(Files.readAllBytes(file), dpo, in -> content[0] = in.readNBytes(Manifest.LARGEST));
            SignedManifest.compare(content[0], now, side, findings);
        } catch (SignatureRefusedException e) {
            findings.add(Finding.error("agreement.approval-signature", Location.WHOLE, side));
        } catch (CertificateException e) {
            findings.add(Finding.error("agreement.approval-expired", Location.WHOLE, side));
        } catch (IOException e) {
            findings.add(Finding.error(
                    "agreement.approval-missing",
                    Location.WHOLE,
                    side,
                    file.getFileName().toString()));
        }
    }
}
