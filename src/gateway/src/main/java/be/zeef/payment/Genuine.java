package be.zeef.payment;

import be.zeef.recipient.TransferTotals;
import be.zeef.security.KeyException;
import be.zeef.security.PersonSignature;
import be.zeef.security.Sha256;
import be.zeef.security.SignatureRefusedException;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A file that is what was composed: its bytes have its digest, and order as many transfers, as much money and the day that its row says.
 *
 * @param content the very bytes that the bank gets
 * @param composer whose run composed it, when that run was signed
 */
record Genuine(PaymentFiles.Row file, byte[] content, Optional<Releaser> composer, Statement statement) {

    /** Nothing, when somebody changed the database. */
    static Optional<Genuine> of(PaymentTools tools, Handle handle, PaymentFiles.Row file) {
        try {
            byte[] content = tools.sealing().open(file.name(), file.vault());
            TransferTotals ordered = tools.bank().composer().totals(content, file.format());
            if (!Sha256.hex(content).equals(file.digest())
                    || !ordered.equals(
                            new TransferTotals(file.name(), file.payments(), file.cents(), file.execution()))) {
                return Optional.empty();
            }
            Optional<Releaser> composer = composer(tools.id(), handle, file);
            Statement statement = Statement.release(tools.id(), file, composer.map(Releaser::person));
            return Optional.of(new Genuine(file, content, composer, statement));
        } catch (InvalidMessageException | KeyException | IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whose run composed a file, as their signature says; their certificate may have expired since.
     *
     * @throws SignatureRefusedException when what is written down of it does not hold
     */
    static Optional<Releaser> composer(String agreement, Handle handle, PaymentFiles.Row file)
            throws SignatureRefusedException {
        List<PaymentSignatures.Row> rows = PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.COMPOSED);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        PaymentSignatures.Row row = rows.get(0);
        Statement said = Statement.composition(agreement, file, row.person());
        Releaser composer = new Releaser(row.person(), PersonSignature.verified(said.bytes(), row.signature()));
        if (rows.size() > 1 || !composer.fingerprint().equals(row.certificate())) {
            throw new SignatureRefusedException();
        }
        return Optional.of(composer);
    }

    /** Whether this is who composed it, by name or by key. */
    boolean isComposedBy(Releaser person) {
        return composer.filter(who -> who.person().equals(person.person()) || who.hasTheKeyOf(person.certificate()))
                .isPresent();
    }

    @Override
    public String toString() {
        return file.name();
    }
}
