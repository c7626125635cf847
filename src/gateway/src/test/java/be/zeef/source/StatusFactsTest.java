package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Ternary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A status that the source could not work out as it should is not known, whatever stands beside it. */
class StatusFactsTest {

    private static final String PERSON = "85651200136";
    private static final String FAULTY = "<Status><Code>SSH00047</Code><Waarde/></Status>";

    private static SourceFacts facts(String statuses) throws Exception {
        return MagdaFacts.of(
                "GeefSociaalStatuut-03.00",
                PERSON,
                "<Persoon><INSZ>" + PERSON + "</INSZ>" + statuses + "</Persoon>",
                "statuut.BIM_BVT",
                "statuut.OTHER");
    }

    private static String status(String name, String code, String more) {
        return "<SociaalStatuut><Naam>" + name + "</Naam><Resultaat><Code>" + code + "</Code></Resultaat>" + more
                + "</SociaalStatuut>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void shouldBeUnknown_whenTheHouseholdIsFaulty(String code) throws Exception {
        SourceFacts facts = facts("<SocialeStatuten>" + status("BIM_BVT", code, FAULTY) + status("OTHER", "1", "")
                + "</SocialeStatuten>");

        assertThat(facts.ternary("statuut.BIM_BVT")).isEqualTo(Ternary.UNKNOWN);
        assertThat(facts.ternary("statuut.OTHER")).isEqualTo(Ternary.YES);
    }

    @Test
    void shouldBeUnknown_whenTheSameStatusIsToldTwice_andOnceFaulty() throws Exception {
        SourceFacts facts = facts("<SocialeStatuten>" + status("BIM_BVT", "1", "") + status("BIM_BVT", "1", FAULTY)
                + "</SocialeStatuten>");

        assertThat(facts.ternary("statuut.BIM_BVT")).isEqualTo(Ternary.UNKNOWN);
    }

    @Test
    void shouldBeUnknown_whenTheFaultStandsInThePlaceOfAll() throws Exception {
        assertThat(facts(FAULTY).ternary("statuut.BIM_BVT")).isEqualTo(Ternary.UNKNOWN);
    }
}
