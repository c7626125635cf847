package be.zeef.cli.text;

import be.zeef.security.Fingerprint;
import be.zeef.trust.Trust;
import java.io.PrintWriter;
import java.security.cert.X509Certificate;

/** A trust file for a terminal. */
public final class TrustShown {

    private TrustShown() {}

    public static void print(Trust trust, PrintWriter out) {
        out.println("signed by    " + Fingerprint.of(trust.signer()) + "  " + subject(trust.signer()));
        out.println("serial       " + trust.serial());
        out.println("holds        " + trust.from() + " until " + trust.until());
        trust.issuers().forEach(issuer -> out.println("issuer       " + subject(issuer)));
        trust.people()
                .forEach((name, certificate) -> out.println(
                        "person       " + name + "  " + subject(certificate) + "  " + Fingerprint.of(certificate)));
        trust.approvers()
                .forEach((agreement, both) -> out.println("approved by  " + both.sender() + " (sender), "
                        + both.recipient() + " (recipient): " + agreement));
        trust.releasers()
                .forEach((agreement, people) ->
                        out.println("released by  " + String.join(", ", people) + ": " + agreement));
    }

    /** An identity card's certificate has its owner's number in its subject, which nobody needs to know who it is. */
    static String subject(X509Certificate certificate) {
        return Numberless.of(certificate.getSubjectX500Principal().toString());
    }
}
