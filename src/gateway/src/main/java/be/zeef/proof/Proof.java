package be.zeef.proof;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.JustifiedFinding;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found of one agreement: its five properties, those of the rule once for each of its benefits.
 *
 * @param agreement of the version that was looked at
 * @param uses its benefits' rules, its own first
 * @param results in the order of the properties
 */
public record Proof(Agreement agreement, List<RuleUse> uses, List<Result> results) {

    public Proof {
        uses = List.copyOf(uses);
        results = List.copyOf(results);
    }

    /**
     * What is to be looked at.
     *
     * @param uses the rules of an agreement's benefits, its own first
     * @param asked of its sources
     * @param could what their answers could carry
     * @param samples of their answers
     * @param withoutSample the sources of which there is no sample
     */
    public record Question(
            List<RuleUse> uses,
            List<AskedItem> asked,
            List<Capacity> could,
            List<Sample> samples,
            List<String> withoutSample) {
        public Question {
            uses = List.copyOf(uses);
            asked = List.copyOf(asked);
            could = List.copyOf(could);
            samples = List.copyOf(samples);
            withoutSample = List.copyOf(withoutSample);
        }
    }

    /** Tries everything. */
    public static Proof of(Question question) {
        Agreement agreement = question.uses().get(0).benefit();
        List<Result> results = new ArrayList<>();
        for (RuleUse use : question.uses()) {
            if (Cases.count(use) > Cases.MOST) {
                results.add(tooMany(use));
                return new Proof(agreement, question.uses(), results);
            }
        }
        List<Cases> all = question.uses().stream().map(Cases::of).toList();
        all.forEach(cases -> results.add(Total.of(cases)));
        all.forEach(cases -> results.add(NeverSilent.of(cases)));
        results.add(Needed.of(all, question.asked()));
        results.add(NonInterference.of(
                agreement.id(), question.samples(), question.withoutSample(), agreement.justified()));
        all.forEach(cases -> results.add(Disclosure.of(cases, question.could())));
        return new Proof(agreement, question.uses(), results);
    }

    private static Result tooMany(RuleUse use) {
        return new Result(
                use.id(),
                Property.TOTAL,
                0,
                List.of(Finding.error(
                        "proof.too-many",
                        Location.WHOLE,
                        Long.toString(Cases.count(use)),
                        Integer.toString(Cases.MOST))),
                Shown.object());
    }

    /** Whether all of it is proved. */
    public boolean holds() {
        return results.stream().allMatch(Result::holds);
    }

    /** What the agreement declares and justifies. */
    List<JustifiedFinding> justified() {
        return agreement.justified();
    }
}
