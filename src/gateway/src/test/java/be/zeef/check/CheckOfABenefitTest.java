package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A benefit is checked under its own id as its agreement is. */
class CheckOfABenefitTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String CHILDCARE = "heusden-zolder-kinderopvang";

    @Test
    void findsWhatIsFoundOfTheAgreement() throws Exception {
        Agreements all = new Agreements(MAPPINGS);
        Report own = AgreementCheck.of(all, MAPPINGS, CHILDCARE);
        Report benefit = AgreementCheck.of(all, MAPPINGS, CHILDCARE + "/vakantie");

        assertThat(own.acceptable()).isTrue();
        assertThat(benefit.findings())
                .extracting(Finding::code)
                .isEqualTo(own.findings().stream().map(Finding::code).toList());
        assertThat(AgreementCheck.of(all, MAPPINGS, CHILDCARE + "/sport").findings())
                .extracting(Finding::code)
                .containsExactly("agreement.benefit-unknown");
    }
}
