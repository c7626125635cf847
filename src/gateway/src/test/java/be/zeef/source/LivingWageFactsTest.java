package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sieve.Ternary;
import org.junit.jupiter.api.Test;

/** Of the periods that an answer tells, those of the person asked about are read, whoever else's stand beside them. */
class LivingWageFactsTest {

    private static final String ASKED = "85651200136";
    private static final String OTHER = "86651200157";

    private static SourceFacts facts(String... periods) throws Exception {
        return MagdaFacts.of(
                "GeefLeefloonperiodes-02.00",
                ASKED,
                "<Leefloonperiodes>" + String.join("", periods) + "</Leefloonperiodes>",
                "leefloon");
    }

    private static String period(String insz, String begin, String end) {
        return "<Leefloonperiode><INSZ>" + insz + "</INSZ><Periode><Begin>" + begin + "</Begin><Einde>" + end
                + "</Einde></Periode></Leefloonperiode>";
    }

    @Test
    void shouldReadThoseOfThePersonAskedAbout() throws Exception {
        String now = "2026-12-31";
        String before = "2025-12-31";

        assertThat(facts(period(OTHER, "2020-01-01", before), period(ASKED, "2020-01-01", now))
                        .ternary("leefloon"))
                .isEqualTo(Ternary.YES);
        assertThat(facts(period(ASKED, "2020-01-01", before), period(OTHER, "2020-01-01", now))
                        .ternary("leefloon"))
                .isEqualTo(Ternary.NO);
    }

    @Test
    void shouldBeAboutAnother_whenNoneIsOfThePersonAskedAbout() {
        assertThatThrownBy(() -> facts(period(OTHER, "2020-01-01", "2026-12-31")))
                .isInstanceOf(FactsSheet.AboutAnotherException.class);
    }
}
