package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceRow.Granted;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.Premiums;
import be.zeef.payment.References;
import be.zeef.payment.ShareTransfers;
import be.zeef.payment.Withdrawal;
import be.zeef.sieve.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Corrects a premium after money may have moved: a share that the bank refused is paid again to the corrected account, and nothing else
 * changes; whatever else the correction says is for a person to decide.
 */
final class CorrectionAfterPayment {

    private final PremiumRule rule;
    private final PaymentSecrets secrets;
    private final AgreementLedger ledger;
    private final Handle handle;
    private final References references;

    CorrectionAfterPayment(PremiumRule rule, PaymentSecrets secrets, AgreementLedger ledger, Handle handle) {
        this.rule = rule;
        this.secrets = secrets;
        this.ledger = ledger;
        this.handle = handle;
        this.references = secrets.references();
    }

    /** Whether the row says nothing that is not known: the same amount to the same people at the same accounts. */
    boolean repeats(Granted row, Premiums.Row premium) {
        if (!isSameRight(row, premium, rule.entitlement(row))) {
            return false;
        }
        for (int share = 1; share <= premium.shares(); share++) {
            Payments.Row last = last(premium, share);
            if (!isSamePayee(row, share, last) || !isSameAccount(row, share, last)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the right and the people are those of the premium. */
    boolean saysNothingButAccounts(Granted row, Premiums.Row premium) {
        if (!isSameRight(row, premium, rule.entitlement(row))) {
            return false;
        }
        return IntStream.rangeClosed(1, premium.shares())
                .allMatch(share -> isSamePayee(row, share, last(premium, share)));
    }

    RowResult pay(Granted row, Premiums.Row premium) {
        Entitlement now = rule.entitlement(row);
        if (!isSameRight(row, premium, now)) {
            return RowResult.beside(Outcome.UNDETERMINED, "payment.correction-of-paid");
        }
        List<Integer> again = new ArrayList<>();
        boolean refusedBefore = false;
        for (int share = 1; share <= premium.shares(); share++) {
            Payments.Row last = last(premium, share);
            boolean account = isSameAccount(row, share, last);
            if (!isSamePayee(row, share, last) || (!account && mayBePaid(premium, share))) {
                return RowResult.beside(Outcome.UNDETERMINED, "payment.correction-of-paid");
            }
            if (!account) {
                again.add(share);
            }
            refusedBefore |= account && last.state() == Payments.State.REJECTED;
        }
        again.forEach(share -> replace(row, premium, share, now.shares().get(share - 1)));
        if (!again.isEmpty()) {
            return RowResult.beside(Outcome.ELIGIBLE, "payment.paid-again");
        }
        return refusedBefore
                ? RowResult.beside(Outcome.UNDETERMINED, "payment.refused-account")
                : RowResult.beside(Outcome.ELIGIBLE, "payment.repeated");
    }

    private boolean isSameRight(Granted row, Premiums.Row premium, Entitlement now) {
        return now.isGiven()
                && now.cents() == premium.cents()
                && now.shares().size() == premium.shares()
                && references.person(row.child()).equals(premium.child());
    }

    private boolean isSamePayee(Granted row, int share, Payments.Row last) {
        return references.person(row.beneficiaries().get(share - 1).insz()).equals(last.payee());
    }

    private boolean isSameAccount(Granted row, int share, Payments.Row last) {
        return references.account(row.beneficiaries().get(share - 1).iban()).equals(last.account());
    }

    private void replace(Granted row, Premiums.Row premium, int share, long cents) {
        new Withdrawal(ledger, handle, new PaymentTally()).stop(last(premium, share));
        new ShareTransfers(secrets, handle)
                .pay(premium.child(), share, cents, row.beneficiaries().get(share - 1));
    }

    /** By any of the transfers that were made of it: the bank may have taken back the refusal of an earlier one. */
    private boolean mayBePaid(Premiums.Row premium, int share) {
        return ofShare(premium, share).anyMatch(Payments.Row::isPaid);
    }

    private Stream<Payments.Row> ofShare(Premiums.Row premium, int share) {
        return Payments.ofChild(handle, ledger.agreement(), premium.child()).stream()
                .filter(payment -> payment.share() == share);
    }

    private Payments.Row last(Premiums.Row premium, int share) {
        Optional<Payments.Row> last = ofShare(premium, share).max(Comparator.comparingInt(Payments.Row::attempt));
        return last.orElseThrow(() -> new IllegalStateException("a premium has a share without a transfer"));
    }
}
