package be.zeef.agreement;

import be.zeef.security.Cms;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Outside the sandbox an agreement runs only when both DPOs have approved exactly what would run: beside
 * {@code <id>.yaml} lie {@code <id>.sender.p7s} and {@code <id>.recipient.p7s}, CMS signed messages whose content is the
 * manifest ({@link Manifest#text}), so that a refusal names the file that was changed since. Whose signature counts, the trust
 * file says, which does not lie among the agreements.
 */
public final class Approvals {

    private final Agreements agreements;
    private final TrustedPeople people;
    private final Clock clock;

    public Approvals(Agreements agreements, TrustedPeople people, Clock clock) {
        this.agreements = agreements;
        this.people = people;
        this.clock = clock;
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
        Manifest now = agreements.manifest(agreement);
        approvers.forEach((side, officer) -> check(now, side, officer, findings));
        if (!findings.refused() && !now.version().equals(agreement.version())) {
            findings.add(Finding.error("agreement.approval-moved", Location.WHOLE, agreement.id()));
        }
        return findings.report(agreement.id());
    }

    /** For which sides an approval is there that counts now: {@code sender}, {@code recipient}; none where nobody's would. */
    public Set<String> counting(Agreement agreement) {
        try {
            Manifest now = agreements.manifest(agreement);
            return people.approvers(agreement.id()).entrySet().stream()
                    .filter(each -> counts(now, each.getKey(), each.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        } catch (InvalidMessageException e) {
            return Set.of();
        }
    }

    private boolean counts(Manifest now, String side, X509Certificate officer) {
        Findings findings = new Findings();
        check(now, side, officer, findings);
        return !findings.refused();
    }

    /**
     * When the later of its two approvals was signed, by what its signer says; the beginning of time where none says so.
     *
     * @param agreement whose approvals count ({@link #require})
     */
    public Instant madeAt(Agreement agreement) {
        return people.approvers(agreement.id()).keySet().stream()
                .map(side -> signedAt(file(agreements, agreement.id(), side)))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Instant signedAt(Path approval) {
        try {
            return Cms.signedAt(Files.readAllBytes(approval)).orElse(Instant.EPOCH);
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Where the approval of this side lies; it need not exist. */
    public static Path file(Agreements agreements, String agreement, String side) {
        return agreements.file(agreement).resolveSibling(agreement + "." + side + ".p7s");
    }

    /**
     * Whether this message is the approval of this side.
     *
     * @return what refuses it; nothing when it counts
     */
    public List<Finding> faults(Agreement agreement, String side, byte[] message) {
        Findings findings = new Findings();
        X509Certificate officer = people.approvers(agreement.id()).get(side);
        hold(agreements.manifest(agreement), side, officer, message, findings);
        return findings.report(agreement.id()).findings();
    }

    private void check(Manifest now, String side, X509Certificate officer, Findings findings) {
        Path file = file(agreements, now.agreement(), side);
        try {
            if (Files.exists(file)) {
                hold(now, side, officer, Files.readAllBytes(file), findings);
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

    private void hold(Manifest now, String side, X509Certificate officer, byte[] message, Findings findings) {
        byte[][] content = {new byte[0]};
        try {
            Cms.verified(message, officer, clock, in -> content[0] = in.readNBytes(Manifest.LARGEST));
        } catch (IOException | RuntimeException e) {
            // what is no CMS makes BouncyCastle throw exceptions of any kind
            findings.add(Finding.error("agreement.approval-signature", Location.WHOLE, side));
            return;
        }
        SignedManifest.compare(content[0], now, side, findings);
    }
}
