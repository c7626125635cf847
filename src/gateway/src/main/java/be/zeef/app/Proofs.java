package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.proof.AskedItem;
import be.zeef.proof.Capacity;
import be.zeef.proof.Proof;
import be.zeef.proof.RuleUse;
import be.zeef.proof.SignedProofs;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import be.zeef.settings.Settings;
import be.zeef.sieve.FactSpace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts before the proof what an agreement's run would use: its rules, what it asks, and how answers are read and told. */
public final class Proofs {

    /** What an agreement that pays out of VUTG's file gives its rule, also where it does not have it read. */
    private static final Set<String> OF_FAMILIES = Set.of("woontInGemeente", "socialeToeslag");

    private Proofs() {}

    /**
     * Proves an agreement.
     *
     * @param mappings the folder that it lies in
     * @throws be.zeef.sieve.RuleException when a rule of it cannot be read
     */
    public static Proof of(Agreement agreement, Path mappings) {
        List<RuleUse> uses = uses(agreement, mappings);
        return Proof.of(question(uses, mappings, SampleAnswers.of(uses, mappings)));
    }

    /** Proves what can be told of its rules and of what it asks, without looking at any answer. */
    public static Proof ofRules(Agreement agreement, Path mappings) {
        return Proof.of(question(uses(agreement, mappings), mappings, new SampleAnswers.Found(List.of(), List.of())));
    }

    private static Proof.Question question(List<RuleUse> uses, Path mappings, SampleAnswers.Found answers) {
        Agreement agreement = uses.get(0).benefit();
        return new Proof.Question(
                uses,
                AskedItems.of(agreement),
                Capacities.of(agreement, mappings),
                answers.samples(),
                answers.without());
    }

    /** Every single thing that an agreement asks of its sources. */
    public static List<AskedItem> asked(Agreement agreement) {
        return AskedItems.of(agreement);
    }

    /** What the answers that it asks for could carry. */
    public static List<Capacity> capacities(Agreement agreement, Path mappings) {
        return Capacities.of(agreement, mappings);
    }

    private static List<RuleUse> uses(Agreement agreement, Path mappings) {
        return agreement.perBenefit().stream()
                .map(benefit -> use(benefit, mappings))
                .toList();
    }

    private static RuleUse use(Agreement benefit, Path mappings) {
        return RuleUse.of(mappings, benefit, AskedFacts.of(benefit), AskedItems.stages(benefit), given(benefit));
    }

    private static Map<String, String> given(Agreement benefit) {
        Map<String, String> given = new TreeMap<>();
        if (benefit.payment().isPresent() && benefit.claims().isEmpty()) {
            OF_FAMILIES.stream()
                    .filter(fact -> !benefit.payment().get().facts().contains(fact))
                    .forEach(fact -> given.put(fact, FactSpace.UNKNOWN));
        }
        return given;
    }

    /** Where this installation keeps its proofs; it need not exist. */
    public static Path folder(Settings settings) {
        return settings.data().resolve("proofs");
    }

    /** The proofs that this installation keeps. */
    public static SignedProofs kept(Settings settings, Keys keys, Clock clock) {
        return new SignedProofs(folder(settings), OwnKey.ofProofs(keys), clock);
    }
}
