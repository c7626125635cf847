package be.zeef.payment;

import be.zeef.agreement.PaymentTerms;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.RuleException;
import be.zeef.sieve.Ternary;
import be.zeef.source.AllowanceRow.Granted;
import java.util.ArrayList;
import java.util.List;

/**
 * What the regulation gives for a row: an outcome, and when it is yes the cents of each share.
 *
 * @param shares in the order of the beneficiaries they go to; none unless ELIGIBLE
 */
record Entitlement(Outcome outcome, List<Long> shares) {

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
            return new Entitlement(decision.outcome(), List.of());
        }
        return new Entitlement(
                Outcome.ELIGIBLE,
                shares(
                        cents(tools, decision),
                        row.beneficiaries().size(),
                        tools.terms().split()));
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

    /** The agreement names the cents of every category that the rule may give. */
    private static long cents(PaymentTools tools, Decision decision) {
        return tools.agreement().flags().entrySet().stream()
                .map(flag -> flag.getValue().get(decision.flag(flag.getKey())))
                .filter(cents -> cents != null && cents > 0)
                .findFirst()
                .orElseThrow(() -> new RuleException(
                        "The rule gives a category without an amount in the agreement's flags. Add it there.", null));
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
