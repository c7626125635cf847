package be.zeef.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.RuleCases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every agreement's rule, held against the cases written for it in {@code conformance-tests/agreements}. */
class AgreementCasesTest {

    private static final Path MAPPINGS = Path.of("mappings");

    static List<String> agreements() {
        return new Agreements(MAPPINGS).ids();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void saysWhatItsCasesSay(String id) throws Exception {
        Agreement agreement = new Agreements(MAPPINGS).load(id);
        RuleCases cases = RuleCases.read(Path.of("conformance-tests/agreements", id + ".csv"));

        assertThat(cases.size()).isPositive();
        assertThat(cases.failures(
                        DmnRule.load(
                                MAPPINGS.resolve(agreement.rule().file()),
                                agreement.rule().decision()),
                        agreement.rule().parameters()))
                .isEmpty();
    }
}
