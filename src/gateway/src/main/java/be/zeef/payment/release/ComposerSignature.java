package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import be.zeef.security.PersonKey;
import be.zeef.security.PersonSignature;
import be.zeef.security.SignatureRefusedException;
import be.zeef.trust.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The signature by which somebody says that their run composed a file. */
public final class ComposerSignature {

    private final String agreement;
    private final AdmittedSigners admission;
    private final Clock clock;

    public ComposerSignature(String agreement, AdmittedSigners admission, Clock clock) {
        this.agreement = agreement;
        this.admission = admission;
        this.clock = clock;
    }

    /** @throws be.zeef.payment.PaymentRefusedException when whoever has this key may not act on payments */
    public void requireAdmitted(PersonKey key) {
        admission.admitted(key.certificate());
    }

    /**
     * Signs for a file, and writes it down.
     *
     * @return who composed it
     * @throws be.zeef.payment.PaymentRefusedException when they may not
     */
    public String write(Handle handle, PaymentFiles.Row file, PersonKey key) {
        Releaser person = admission.admitted(key.certificate());
        Statement statement = Statements.composition(agreement, file, person.person());
        PaymentSignatures.insert(
                handle,
                new PaymentSignatures.Row(
                        file.name(),
                        PaymentSignatures.Act.COMPOSED,
                        person.person(),
                        person.fingerprint(),
                        key.sign(statement.bytes()),
                        PaymentSignatures.at(clock)));
        return person.person();
    }

    /**
     * Whose run composed a file, as their signature says; their certificate may have expired since. Nobody, when nobody signed it.
     *
     * @throws SignatureRefusedException when what is written down of it does not hold
     */
    static Optional<Releaser> verified(String agreement, Handle handle, PaymentFiles.Row file)
            throws SignatureRefusedException {
        List<PaymentSignatures.Row> rows = PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.COMPOSED);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        PaymentSignatures.Row row = rows.get(0);
        Statement said = Statements.composition(agreement, file, row.person());
        Releaser composer = new Releaser(row.person(), PersonSignature.verified(said.bytes(), row.signature()));
        if (rows.size() > 1 || !composer.fingerprint().equals(row.certificate())) {
            throw new SignatureRefusedException();
        }
        return Optional.of(composer);
    }
}
