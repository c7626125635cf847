package be.zeef.source.advice;

import be.zeef.sieve.FactSpace;
import be.zeef.source.SourceFacts;
import be.zeef.source.advice.Input.Bracket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sums amounts of several people into a bracket. Where somebody's is missing the sum is only a lower bound: it tells the
 * bracket when it lies above every limit, and nothing otherwise.
 */
final class BracketSum {

    private final Bracket input;
    private final Map<String, Long> bills = new HashMap<>();
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
        OptionalLong amount = amount(facts);
        Optional<String> bill = facts.text(input.oncePer());
        if (amount.isEmpty() || bill.isEmpty()) {
            whole = false;
            return;
        }
        Long before = bills.get(bill.get());
        // the same bill shown twice with other amounts: nobody knows which is right, so the lower one is the bound
        whole &= before == null || before == amount.getAsLong();
        bills.merge(bill.get(), amount.getAsLong(), Math::min);
    }

    private OptionalLong amount(SourceFacts facts) {
        long sum = 0;
        for (String name : input.sums()) {
            boolean absent = facts.count(name) == 0 && !name.equals(input.sums().get(0));
            OptionalLong cents = absent ? OptionalLong.of(0) : facts.cents(name);
            // a loss of one is not set off against the income of another
            if (cents.isEmpty() || cents.getAsLong() < 0) {
                return OptionalLong.empty();
            }
            sum += cents.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
