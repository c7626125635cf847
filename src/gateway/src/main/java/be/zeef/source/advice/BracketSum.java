package be.zeef.source.advice;

import be.zeef.sieve.FactSpace;
import be.zeef.source.SourceFacts;
import be.zeef.source.SourceFacts.Amount;
import be.zeef.source.advice.Input.Bracket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums amounts of several people into a bracket. An amount counts once, whoever showed it: what stands in one column of one bill
 * ({@link TaxBill}) is the same for both who share the bill, and two columns of it are two amounts. Where somebody's is missing the sum is only a lower bound: it tells the
 * bracket when it lies above every limit, and nothing otherwise.
 */
final class BracketSum {

    private final Bracket input;
    private final Map<TaxBill, Long> bills = new HashMap<>();
    private boolean whole = true;

    BracketSum(Bracket input) {
        this.input = input;
    }

    String of(List<SourceFacts> answers, boolean everyone) {
        answers.forEach(this::add);
        long sum = bills.values().stream().mapToLong(Long::longValue).sum();
        String bracket = input.limits().stream()
                .filter(limit -> sum < limit.below())
                .map(Bracket.Limit::bracket)
                .findFirst()
                .orElse(Bracket.ABOVE);
        boolean known = whole && everyone && !answers.isEmpty();
        return known || bracket.equals(Bracket.ABOVE) ? bracket : FactSpace.UNKNOWN;
    }

    private void add(SourceFacts facts) {
        Optional<String> bill = facts.text(input.oncePer());
        Map<TaxBill, Long> amounts = new HashMap<>();
        boolean readable = bill.isPresent();
        for (String name : input.sums()) {
            List<Amount> told = facts.amounts(name);
            readable &= !told.isEmpty() || !name.equals(input.sums().get(0));
            for (Amount amount : told) {
                // a loss of one is not set off against the income of another
                readable &= amount.cents().orElse(-1) >= 0;
                put(amounts, new TaxBill(bill.orElse(""), name, amount.column()), amount);
            }
        }
        whole &= readable;
        if (readable) {
            amounts.forEach(this::put);
        }
    }

    private void put(Map<TaxBill, Long> amounts, TaxBill place, Amount amount) {
        amount.cents().ifPresent(cents -> put(amounts, place, cents));
    }

    private void put(TaxBill place, long cents) {
        put(bills, place, cents);
    }

    /** The same place told twice with other amounts: nobody knows which is right, so the lower one is the bound. */
    private void put(Map<TaxBill, Long> amounts, TaxBill place, long cents) {
        whole &= amounts.getOrDefault(place, cents) == cents;
        amounts.merge(place, cents, Math::min);
    }
}
