package be.zeef.cli.text;

import be.zeef.security.Fingerprint;
import be.zeef.trust.Trust;
import java.io.PrintWriter;

/** A trust file for a terminal. */
public final class TrustShown {

    private TrustShown() {}

    public static void print(Trust trust, PrintWriter out) {
        out.println("signed by    " + Fingerprint.of(trust.signer()) + "  "
                + trust.signer().getSubjectX500Principal());
        out.println("serial       " + trust.serial());
        out.println("holds        " + trust.from() + " until " + trust.until());
        trust.issuers().forEach(issuer -> out.println("issuer       " + issuer.getSubjectX500Principal()));
        trust.people()
                .forEach((name, certificate) -> out.println("person       " + name + "  "
                        + certificate.getSubjectX500Principal() + "  " + Fingerprint.of(certificate)));
        trust.approvers()
                .forEach((agreement, both) -> out.println("approved by  " + both.sender() + " (sender), "
                        + both.recipient() + " (recipient): " + agreement));
        trust.releasers()
                .forEach((agreement, people) ->
                        out.println("released by  " + String.join(", ", people) + ": " + agreement));
    }
}
