package be.zeef.agreement;

import be.zeef.security.Cms;
import be.zeef.security.SignatureRefusedException;
import be.zeef.trust.TrustedPeople;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;

/**
 * Outside the sandbox an agreement runs only when both DPOs have approved exactly what would run: beside
 * {@code <id>.yaml} lie {@code <id>.sender.p7s} and {@code <id>.recipient.p7s}, CMS signed messages whose content is
 * {@link ApprovedContent}. Whose signature counts, the trust file says, which does not lie among the agreements.
 */
public final class Approvals {

    /** More than any content that is signed; what is longer is another's. */
    private static final int MOST_BYTES = 1 << 20;

    private final Agreements agreements;
    private final TrustedPeople people;

    public Approvals(Agreements agreements, TrustedPeople people) {
        this.agreements = agreements;
        this.people = people;
    }

    /** @throws InvalidMessageException naming each approval that is missing, another's or of another version */
    public void require(Agreement agreement) {
        Report report = report(agreement);
        if (!report.acceptable()) {
            throw new InvalidMessageException(report);
        }
    }

    /** What is to be said of the approvals that are there. */
    public Report report(Agreement agreement) {
        Map<String, X509Certificate> approvers;
        try {
            approvers = people.approvers(agreement.id());
        } catch (InvalidMessageException e) {
            return e.report();
        }
        Findings findings = new Findings();
        approvers.forEach((side, officer) -> check(agreement, side, officer, findings));
        return findings.report(agreement.id());
    }

    /** Where the approval of this side lies; it need not exist. */
    public static Path file(Agreements agreements, String agreement, String side) {
        return agreements.file(agreement).resolveSibling(agreement + "." + side + ".p7s");
    }

    /**
     * Whether this message is the approval of this side.
     *
     * @return the finding that refuses it; empty when it counts
     */
    public Optional<Finding> fault(Agreement agreement, String side, byte[] message) {
        return fault(agreement, side, people.approvers(agreement.id()).get(side), message);
    }

    private void check(Agreement agreement, String side, X509Certificate officer, Findings findings) {
        Path file = file(agreements, agreement.id(), side);
        try {
            if (Files.exists(file)) {
                fault(agreement, side, officer, Files.readAllBytes(file)).ifPresent(findings::add);
                return;
            }
        } catch (IOException e) {
            // told as missing: what cannot be read is not there for us
        }
        findings.add(Finding.error(
                "agreement.approval-missing",
                Location.WHOLE,
                side,
                file.getFileName().toString()));
    }

    private static Optional<Finding> fault(Agreement agreement, String side, X509Certificate officer, byte[] message) {
        byte[][] content = {new byte[0]};
        try {
            Cms.verified(message, officer, in -> content[0] = in.readNBytes(MOST_BYTES));
        } catch (SignatureRefusedException e) {
            return Optional.of(Finding.error("agreement.approval-signature", Location.WHOLE, side));
        } catch (IOException | RuntimeException e) {
            // what is no CMS makes BouncyCastle throw exceptions of any kind
            return Optional.of(Finding.error("agreement.approval-signature", Location.WHOLE, side));
        }
        return ApprovedContent.is(content[0], agreement)
                ? Optional.empty()
                : Optional.of(Finding.error("agreement.approval-version", Location.WHOLE, side));
    }
}
