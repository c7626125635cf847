package be.zeef.payment.release;

import be.zeef.ledger.event.NamesShown;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.NoSuchPaymentFileException;
import be.zeef.payment.Payee;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.Payments;
import be.zeef.security.PersonSignature;
import be.zeef.security.Sealing;
import be.zeef.security.SignatureRefusedException;
import be.zeef.trust.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Shows the names and accounts in payments to whoever has signed for it, and writes down first who sees them. */
public final class NamesDesk {

    /** In the place of a file's name: what finance pays in another way, because there is no account. */
    public static final String OTHER_MEANS = "other-means";

    private final AdmittedSigners admission;
    private final Sealing sealing;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;
    private final Set<Statement> open = ConcurrentHashMap.newKeySet();

    public NamesDesk(AdmittedSigners admission, Sealing sealing, Jdbi jdbi, AgreementLedger ledger, Clock clock) {
        this.admission = admission;
        this.sealing = sealing;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One transfer with the name and account it goes to, for somebody who may see them. */
    public record Named(String id, long cents, String name, String iban) {
        @Override
        public String toString() {
            return "Named";
        }
    }

    /**
     * What must be signed to see names, once.
     *
     * @param what a file's name, or {@value #OTHER_MEANS}
     * @throws NoSuchPaymentFileException when there is no file of this name
     */
    public Statement statement(String what) {
        if (!what.equals(OTHER_MEANS)) {
            jdbi.withHandle(handle -> PaymentFiles.find(handle, ledger.agreement(), what))
                    .orElseThrow(() -> new NoSuchPaymentFileException(what));
        }
        Statement statement = Statements.sight(
                ledger.agreement(),
                what,
                PaymentSignatures.at(clock),
                UUID.randomUUID().toString());
        open.add(statement);
        return statement;
    }

    /**
     * The names and accounts in a file that is not settled, or in what finance pays in another way.
     *
     * @param signature over this statement, which this desk made and nobody used before
     * @throws PaymentRefusedException when whoever signed may not see them
     */
    public List<Named> names(String what, Statement statement, byte[] signature) {
        Releaser person = signer(what, statement, signature);
        return jdbi.inTransaction(handle -> {
            List<Payments.Row> rows = rows(handle, what);
            ledger.record(handle, new NamesShown(what, person.person(), person.fingerprint(), rows.size()));
            return rows.stream()
                    .map(row -> {
                        Payee payee = Payee.open(sealing, row.id(), row.vault());
                        return new Named(row.id(), row.cents(), payee.name(), payee.iban());
                    })
                    .toList();
        });
    }

    private Releaser signer(String what, Statement statement, byte[] signature) {
        if (!open.remove(statement) || !statement.lines().contains(Map.entry("file", what))) {
            throw new PaymentRefusedException(
                    "This signature was used before, or is for something else. Ask to see the names again.");
        }
        try {
            return admission.admitted(PersonSignature.verified(statement.bytes(), signature));
        } catch (SignatureRefusedException e) {
            throw new PaymentRefusedException("This is no signature over what was asked. Ask to see the names again.");
        }
    }

    private List<Payments.Row> rows(Handle handle, String what) {
        return what.equals(OTHER_MEANS)
                ? Payments.in(handle, ledger.agreement(), Payments.State.OTHER_MEANS)
                : Payments.ofFile(handle, ledger.agreement(), what).stream()
                        .filter(row -> row.vault().length > 0)
                        .toList();
    }
}
