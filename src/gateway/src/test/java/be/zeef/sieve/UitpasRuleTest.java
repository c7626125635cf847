package be.zeef.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rule decides exactly when every completion of what is unknown would decide the same: never a silent refusal. */
class UitpasRuleTest {

    private static final List<Ternary> KNOWN = List.of(Ternary.YES, Ternary.NO);

    private final Rule rule = DmnRule.load(Path.of("mappings/rules/gent-uitpas.dmn"), "kansentarief");

    @Test
    void decidesWhenAllCompletionsAgreeAndOnlyThen() {
        for (Ternary home : Ternary.values()) {
            for (Ternary status : Ternary.values()) {
                for (Ternary measure : Ternary.values()) {
                    Set<Boolean> completions = completions(home)
                            .flatMap(h -> completions(status)
                                    .flatMap(s -> completions(measure).map(m -> entitled(h, s, m))))
                            .collect(Collectors.toSet());
                    Outcome expected = completions.size() > 1
                            ? Outcome.UNDETERMINED
                            : completions.contains(true) ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE;
                    Outcome outcome = rule.decide(new Facts()
                                    .with("woontInGent", home)
                                    .with("socialeStatus", status)
                                    .with("ocmwMaatregel", measure))
                            .outcome();
                    assertThat(outcome).as("%s, %s, %s", home, status, measure).isEqualTo(expected);
                }
            }
        }
    }

    private static Stream<Ternary> completions(Ternary value) {
        return value == Ternary.UNKNOWN ? KNOWN.stream() : Stream.of(value);
    }

    /** Lives in Ghent, and has the status or is known at the OCMW. */
    private static boolean entitled(Ternary home, Ternary status, Ternary measure) {
        return home == Ternary.YES && (status == Ternary.YES || measure == Ternary.YES);
    }
}
