package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import be.zeef.security.Fingerprint;
import be.zeef.security.PersonSignature;
import be.zeef.security.SignatureRefusedException;
import be.zeef.trust.Statement;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Says what the signatures over one file prove by themselves, whenever they are looked at: by key, not by who is pinned today. */
final class SignatureEvidence {

    private final Optional<Statement> statement;
    private final String composer;

    SignatureEvidence(String agreement, Handle handle, PaymentFiles.Row file) {
        Optional<Releaser> who = Optional.empty();
        boolean holds = true;
        try {
            who = ComposerSignature.verified(agreement, handle, file);
        } catch (SignatureRefusedException e) {
            holds = false;
        }
        composer = who.map(Releaser::person).orElse("");
        statement =
                holds ? Optional.of(Statements.release(agreement, file, who.map(Releaser::person))) : Optional.empty();
    }

    /** Who signed the run that composed it; empty when nobody did, or what is written down of it does not hold. */
    String composer() {
        return composer;
    }

    /** Whether the key of the certificate that is written down made this signature over the file's statement. */
    boolean holds(PaymentSignatures.Row row) {
        if (statement.isEmpty()) {
            return false;
        }
        try {
            return Fingerprint.of(PersonSignature.verified(statement.get().bytes(), row.signature()))
                    .hex()
                    .equals(row.certificate());
        } catch (SignatureRefusedException e) {
            return false;
        }
    }
}
