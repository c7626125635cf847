package be.zeef.payment.intake;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.PaymentTerms;
import be.zeef.allowance.AllowanceRow.Granted;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.sieve.Ternary;
import be.zeef.transfer.TransferComposer;
import java.util.OptionalLong;

/** Says what a municipality's regulation gives for a row of VUTG's, as far as the bank can be told to pay it. */
public final class PremiumRule {

    private final Agreement agreement;
    private final PaymentTerms terms;
    private final Rule rule;
    private final TransferComposer composer;

    /** @param composer knows which names can be written for the bank */
    public PremiumRule(Agreement agreement, PaymentTerms terms, Rule rule, TransferComposer composer) {
        this.agreement = agreement;
        this.terms = terms;
        this.rule = rule;
        this.composer = composer;
    }

    /** Says it for one row. */
    public Entitlement entitlement(Granted row) {
        Facts facts = new Facts()
                .with("woontInGemeente", read("woontInGemeente", livesThere(row)))
                .with("socialeToeslag", read("socialeToeslag", row.supplement() ? Ternary.YES : Ternary.NO));
        agreement.rule().parameters().forEach(facts::with);
        Decision decision = rule.decide(facts);
        if (decision.outcome() == Outcome.UNDETERMINED) {
            return Entitlement.undetermined(decision.cause());
        }
        if (decision.outcome() == Outcome.NOT_ELIGIBLE) {
            return Entitlement.NONE;
        }
        OptionalLong cents = cents(decision);
        if (cents.isEmpty()) {
            return Entitlement.undetermined("payment.value-not-agreed");
        }
        if (!row.beneficiaries().stream().allMatch(each -> composer.canWrite(each.name()))) {
            return Entitlement.undetermined("groeipakket.name");
        }
        return Entitlement.of(cents.getAsLong(), row.beneficiaries().size(), terms.split());
    }

    /** What the agreement does not have read is not known. */
    private Ternary read(String fact, Ternary said) {
        return terms.facts().contains(fact) ? said : Ternary.UNKNOWN;
    }

    /** Yes or no when what is said of it agrees; a NIS code and a postcode that contradict each other say nothing. */
    private Ternary livesThere(Granted row) {
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
    private OptionalLong cents(Decision decision) {
        return agreement.flags().entrySet().stream()
                .map(flag -> flag.getValue().get(decision.flag(flag.getKey())))
                .filter(cents -> cents != null && cents > 0)
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
