package be.zeef.payment;

import be.zeef.sieve.Outcome;
import be.zeef.source.AllowanceRow.Granted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A correction after money may have moved: a share that the bank refused is paid again to the corrected account, and nothing else
 * changes; whatever else the correction says is for a person to decide.
 */
final class Again {

    private final PaymentTools tools;
    private final Handle handle;
    private final References references;

    Again(PaymentTools tools, Handle handle, References references) {
        this.tools = tools;
        this.handle = handle;
        this.references = references;
    }

    /** Whether the row says nothing that is not known: the same amount to the same people at the same accounts. */
    boolean repeats(Granted row, Premiums.Row premium) {
        if (!isSameRight(row, premium, Entitlement.of(tools, row))) {
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

    Made pay(Granted row, Premiums.Row premium) {
        Entitlement now = Entitlement.of(tools, row);
        if (!isSameRight(row, premium, now)) {
            return Made.beside(Outcome.UNDETERMINED, "payment.correction-of-paid");
        }
        List<Integer> again = new ArrayList<>();
        boolean refusedBefore = false;
        for (int share = 1; share <= premium.shares(); share++) {
            Payments.Row last = last(premium, share);
            boolean account = isSameAccount(row, share, last);
            if (!isSamePayee(row, share, last) || (!account && last.isPaid())) {
                return Made.beside(Outcome.UNDETERMINED, "payment.correction-of-paid");
            }
            if (!account) {
                again.add(share);
            }
            refusedBefore |= account && last.state() == Payments.State.REJECTED;
        }
        again.forEach(share -> replace(row, premium, share, now.shares().get(share - 1)));
        if (!again.isEmpty()) {
            return Made.beside(Outcome.ELIGIBLE, "payment.paid-again");
        }
        return refusedBefore
                ? Made.beside(Outcome.UNDETERMINED, "payment.refused-account")
                : Made.beside(Outcome.ELIGIBLE, "payment.repeated");
    }

    private boolean isSameRight(Granted row, Premiums.Row premium, Entitlement now) {
        return now.outcome() == Outcome.ELIGIBLE
                && now.cents() == premium.cents()
                && now.shares().size() == premium.shares()
                && references.person(row.child()).equals(premium.child())
                && row.beneficiaries().stream()
                        .allMatch(each -> tools.bank().composer().canWrite(each.name()));
    }

    private boolean isSamePayee(Granted row, int share, Payments.Row last) {
        return references.person(row.beneficiaries().get(share - 1).insz()).equals(last.payee());
    }

    private boolean isSameAccount(Granted row, int share, Payments.Row last) {
        return references.account(row.beneficiaries().get(share - 1).iban()).equals(last.account());
    }

    private void replace(Granted row, Premiums.Row premium, int share, long cents) {
        new Standing(tools, handle, new Tally()).stop(last(premium, share));
        new Shares(tools, handle, references)
                .pay(premium.child(), share, cents, row.beneficiaries().get(share - 1));
    }

    private Payments.Row last(Premiums.Row premium, int share) {
        Optional<Payments.Row> last = Payments.ofChild(handle, tools.id(), premium.child()).stream()
                .filter(payment -> payment.share() == share)
                .max(Comparator.comparingInt(Payments.Row::attempt));
        return last.orElseThrow(() -> new IllegalStateException("a premium has a share without a transfer"));
    }
}
