package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sieve.Ternary;
import org.junit.jupiter.api.Test;

/** Of the child benefits that an answer tells, those of the person asked about are read, whoever else's stand beside them. */
class BenefitFactsTest {

    private static final String CHILD = "15651200150";
    private static final String OTHER = "85651200136";

    private static SourceFacts facts(String... benefits) throws Exception {
        return MagdaFacts.of(
                "GeefKindVoordelen-02.00",
                CHILD,
                "<KindVoordelen>" + String.join("", benefits) + "</KindVoordelen>",
                "groeipakket.BASIS",
                "groeipakket.SOCIAAL");
    }

    private static String benefit(String head, String child, String category) {
        return "<KindVoordeel><INSZ>" + head + "</INSZ><Kinderen><Kind><INSZ>" + child
                + "</INSZ><Betalingsperiodes><Betalingsperiode><Periode><BeginMaand>2020-01</BeginMaand></Periode>"
                + "<Categorie><Code>" + category + "</Code></Categorie></Betalingsperiode></Betalingsperiodes></Kind>"
                + "</Kinderen></KindVoordeel>";
    }

    @Test
    void shouldReadTheOneAskedAbout_whenASecondStandsUnderAnotherHead() throws Exception {
        for (String[] answer : new String[][] {
            {benefit(CHILD, CHILD, "BASIS"), benefit(OTHER, OTHER, "SOCIAAL")},
            {benefit(OTHER, OTHER, "SOCIAAL"), benefit(CHILD, CHILD, "BASIS")}
        }) {
            SourceFacts facts = facts(answer);

            assertThat(facts.ternary("groeipakket.BASIS")).isEqualTo(Ternary.YES);
            assertThat(facts.ternary("groeipakket.SOCIAAL")).isEqualTo(Ternary.NO);
        }
    }

    @Test
    void shouldReadAllOfThePersonAskedAbout() throws Exception {
        SourceFacts facts = facts(benefit(CHILD, CHILD, "BASIS"), benefit(CHILD, CHILD, "SOCIAAL"));

        assertThat(facts.ternary("groeipakket.BASIS")).isEqualTo(Ternary.YES);
        assertThat(facts.ternary("groeipakket.SOCIAAL")).isEqualTo(Ternary.YES);
    }

    @Test
    void shouldBeAboutAnother_whenNoneIsOfThePersonAskedAbout() {
        assertThatThrownBy(() -> facts(benefit(OTHER, OTHER, "BASIS")))
                .isInstanceOf(FactsSheet.AboutAnotherException.class);
    }

    /** The supplement is paid month by month: one that ended or that is yet to begin is none now. */
    @Test
    void shouldKnowTheSupplement_ofTheMonthThatIsAskedAbout() throws Exception {
        String now = benefit(CHILD, CHILD, "SOCIAAL");
        String ended = now.replace("</BeginMaand>", "</BeginMaand><EindeMaand>2020-12</EindeMaand>");
        String later = now.replace("2020-01", "2099-01");

        assertThat(facts(now).ternary("groeipakket.SOCIAAL")).isEqualTo(Ternary.YES);
        assertThat(facts(ended).ternary("groeipakket.SOCIAAL")).isEqualTo(Ternary.NO);
        assertThat(facts(later).ternary("groeipakket.SOCIAAL")).isEqualTo(Ternary.NO);
    }

    /** An answer that says in another place that it is paid for the child is no plain no. */
    @Test
    void shouldNotKnow_whenTheAnswerContradictsItself() throws Exception {
        String paid =
                "<Begunstigden><Begunstigde><INSZ>" + OTHER + "</INSZ><Betalingsperiodes><Betalingsperiode><Periode>"
                        + "<BeginMaand>2020-01</BeginMaand></Periode><Categorie><Code>SOCIAAL</Code></Categorie></Betalingsperiode>"
                        + "</Betalingsperiodes></Begunstigde></Begunstigden><Kinderen>";
        String own = benefit(CHILD, CHILD, "BASIS");

        assertThat(facts(own.replace("<Kinderen>", paid)).ternary("groeipakket.SOCIAAL"))
                .isEqualTo(Ternary.UNKNOWN);
        assertThat(facts(own, benefit(OTHER, CHILD, "SOCIAAL")).ternary("groeipakket.SOCIAAL"))
                .isEqualTo(Ternary.UNKNOWN);
    }
}
