package be.zeef.payment;

import be.zeef.agreement.PaymentTerms;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Ternary;
import be.zeef.source.AllowanceRow.Granted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the regulation gives for a row: an outcome, and when it is yes the cents of each share.
 *
 * @param shares in the order of the beneficiaries they go to; none unless ELIGIBLE
 * @param cause what is wrong with the rule where it is UNDETERMINED for that; empty where the facts are to blame
 */
record Entitlement(Outcome outcome, List<Long> shares, Optional<Cause> cause) {

    Entitlement {
        shares = List.copyOf(shares);
    }

    long cents() {
        return shares.stream().mapToLong(Long::longValue).sum();
    }

    static Entitlement of(PaymentTools tools, Granted row) {
        Facts facts = new Facts()
                .with("woontInGemeente", livesThere(tools.terms(), row))
                .with("socialeToeslag", row.supplement() ? Ternary.YES : Ternary.NO);
        tools.agreement().rule().parameters().forEach(facts::with);
        Decision decision = tools.rule().decide(facts);
        if (decision.outcome() != Outcome.ELIGIBLE) {
            return new Entitlement(decision.outcome(), List.of(), decision.cause());
        }
        OptionalLong cents = cents(tools, decision);
        if (cents.isEmpty()) {
            return new Entitlement(Outcome.UNDETERMINED, List.of(), Optional.of(Cause.VALUE_NOT_AGREED));
        }
        return new Entitlement(
                Outcome.ELIGIBLE,
                shares(
                        cents.getAsLong(),
                        row.beneficiaries().size(),
                        tools.terms().split()),
                Optional.empty());
    }

    /** Yes or no when what is said of it agrees; a NIS code and a postcode that contradict each other say nothing. */
    private static Ternary livesThere(PaymentTerms terms, Granted row) {
        Ternary nis = known(row.municipality(), row.municipality().equals(terms.municipality()));
        Ternary postcode = known(row.postcode(), terms.postcodes().contains(row.postcode()));
        if (nis == Ternary.UNKNOWN || postcode == Ternary.UNKNOWN) {
            return nis == Ternary.UNKNOWN ? postcode : nis;
        }
        return nis == postcode ? nis : Ternary.UNKNOWN;
    }

    private static Ternary known(String said, boolean yes) {
        if (said.isEmpty()) {
            return Ternary.UNKNOWN;
        }
        return yes ? Ternary.YES : Ternary.NO;
    }

    /** The agreement names the cents of every category that the rule may give; of another one it pays nothing. */
    private static OptionalLong cents(PaymentTools tools, Decision decision) {
        return tools.agreement().flags().entrySet().stream()
                .map(flag -> flag.getValue().get(decision.flag(flag.getKey())))
                .filter(cents -> cents != null && cents > 0)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The code of the finding that tells why it is UNDETERMINED. */
    String code() {
        if (cause.isEmpty()) {
            return "payment.residence-unknown";
        }
        return cause.get() == Cause.VALUE_NOT_AGREED ? "payment.value-not-agreed" : "payment.rule-gap";
    }

    static List<Long> shares(long cents, int beneficiaries, PaymentTerms.Split split) {
        List<Long> shares = new ArrayList<>();
        if (beneficiaries == 2 && split == PaymentTerms.Split.HALF && cents > 1) {
            shares.add(cents - cents / 2);
            shares.add(cents / 2);
        } else {
            shares.add(cents);
        }
        return shares;
    }
}
