package be.zeef.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WasteBagRuleTest {

    private final Rule rule = DmnRule.load(Path.of("mappings/rules/gent-huisvuilzakken.dmn"), "toekenning");

    @Test
    void shouldFollowThePublishedTable_whenEveryCombinationOfFactsIsTried() {
        for (Ternary status : Ternary.values()) {
            for (Ternary measure : Ternary.values()) {
                for (int size = 1; size <= 9; size++) {
                    for (String five : new String[] {"C4", "C5"}) {
                        Decision decision = rule.decide(new Facts()
                                .with("verhoogdeTegemoetkoming", status)
                                .with("ocmwMaatregel", measure)
                                .with("gezinsgrootte", size)
                                .with("vijfPersonen", five));
                        assertThat(decision.outcome()).isEqualTo(expected(status.or(measure)));
                        assertThat(decision.flag("categorie"))
                                .isEqualTo(status.or(measure) == Ternary.YES ? category(size, five) : "");
                    }
                }
            }
        }
    }

    private static Outcome expected(Ternary right) {
        return switch (right) {
            case YES -> Outcome.ELIGIBLE;
            case NO -> Outcome.NOT_ELIGIBLE;
            case UNKNOWN -> Outcome.UNDETERMINED;
        };
    }

    private static String category(int size, String five) {
        if (size == 5) {
            return five;
        }
        return "C" + (size <= 4 ? size : 5);
    }
}
