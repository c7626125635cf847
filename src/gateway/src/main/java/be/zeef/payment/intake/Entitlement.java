package be.zeef.payment.intake;

import be.zeef.agreement.PaymentTerms;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What the regulation gives for a row: an outcome, and when it is yes the cents of each share.
 *
 * @param shares in the order of the beneficiaries they go to; none unless ELIGIBLE
 * @param code of the finding that tells why it is UNDETERMINED; empty otherwise
 */
public record Entitlement(Outcome outcome, List<Long> shares, String code) {

    static final Entitlement NONE = new Entitlement(Outcome.NOT_ELIGIBLE, List.of(), "");

    public Entitlement {
        shares = List.copyOf(shares);
    }

    /** Half of it for each of two beneficiaries, or all of it for the first. */
    static Entitlement of(long cents, int beneficiaries, PaymentTerms.Split split) {
        List<Long> shares = beneficiaries == 2 && split == PaymentTerms.Split.HALF && cents > 1
                ? List.of(cents - cents / 2, cents / 2)
                : List.of(cents);
        return new Entitlement(Outcome.ELIGIBLE, shares, "");
    }

    static Entitlement undetermined(String code) {
        return new Entitlement(Outcome.UNDETERMINED, List.of(), code);
    }

    /** @param cause what is wrong with the rule; empty where the facts are to blame */
    static Entitlement undetermined(Optional<Cause> cause) {
        if (cause.isEmpty()) {
            return undetermined("payment.residence-unknown");
        }
        return undetermined(cause.get() == Cause.VALUE_NOT_AGREED ? "payment.value-not-agreed" : "payment.rule-gap");
    }

    public boolean isGiven() {
        return outcome == Outcome.ELIGIBLE;
    }

    long cents() {
        return shares.stream().mapToLong(Long::longValue).sum();
    }
}
