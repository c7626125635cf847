package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Ternary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer of GeefPersoon says that somebody lives: in a municipality, in none, or nobody knows. */
class ResidenceFactsTest {

    private static final String PERSON = "85651200136";
    private static final String GHENT = "<NISCodeLand>150</NISCodeLand><NISCodeGemeente>44021</NISCodeGemeente>";
    private static final String DIED = "<Overlijden><Datum>2026-05-01</Datum></Overlijden>";

    private static SourceFacts facts(String before, String addresses) throws Exception {
        return MagdaFacts.of(
                "GeefPersoon-02.02",
                PERSON,
                "<Persoon><INSZ>" + PERSON + "</INSZ>" + before + "<Adressen>" + addresses + "</Adressen></Persoon>",
                "gemeente",
                "overleden");
    }

    private static String main(String attributes, String content) {
        return "<Hoofdverblijfplaats " + attributes + ">" + content + "</Hoofdverblijfplaats>";
    }

    private static String abroad(String attributes) {
        return "<VerblijfplaatsBuitenland " + attributes + "><Land><NISCode>111</NISCode></Land>"
                + "</VerblijfplaatsBuitenland>";
    }

    private static String manager(String code) {
        return "<Beheerder><Plaats><Gemeente><NISCode>" + code + "</NISCode></Gemeente></Plaats></Beheerder>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DatumEinde='2026-07-16'", "DatumEinde='2027-00-00'", "DatumBegin='2020-01-01'"})
    void shouldBeTheMunicipality_whileTheMainResidenceStands(String attributes) throws Exception {
        assertThat(facts("", main(attributes, GHENT)).text("gemeente")).contains("44021");
        assertThat(facts(manager("44021"), main(attributes, GHENT)).text("gemeente"))
                .contains("44021");
        assertThat(facts("", main(attributes, GHENT)).ternary("overleden")).isEqualTo(Ternary.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DatumEinde='2026-07-15'", "DatumEinde='2025-00-00'", "DatumEinde='2026-06-00'"})
    void shouldNotCountAMainResidence_thatEnded(String attributes) throws Exception {
        assertThat(facts("", main(attributes, GHENT)).count("gemeente")).isZero();
        assertThat(facts("", main(attributes, GHENT) + abroad("")).text("gemeente"))
                .contains("geen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99997", "99991", "992", "991"})
    void shouldBeNowhere_whenStruckOffOrMoved_whereverTheCodeStands(String code) throws Exception {
        assertThat(facts("", main("", "<NISCodeGemeente>" + code + "</NISCodeGemeente>"))
                        .text("gemeente"))
                .contains("geen");
        // the last address stands on where nothing follows it
        assertThat(facts(manager(code), main("", GHENT)).text("gemeente")).contains("geen");
    }

    @Test
    void shouldBeNowhere_whenTheMainResidenceIsAbroad() throws Exception {
        assertThat(facts("", main("", "<NISCodeLand>111</NISCodeLand>")).text("gemeente"))
                .contains("geen");
        assertThat(facts("", abroad("")).text("gemeente")).contains("geen");
    }

    @Test
    void shouldNotCountYet_whatIsAnnouncedForLater_norWhatIsOver() throws Exception {
        assertThat(facts("", main("", GHENT) + abroad("DatumBegin='2026-09-01'"))
                        .text("gemeente"))
                .contains("44021");
        assertThat(facts("", main("", GHENT) + abroad("DatumEinde='2020-09-01'"))
                        .text("gemeente"))
                .contains("44021");
        String before = manager("99997").replace("<Beheerder>", "<Beheerder DatumEinde='2020-09-01'>");
        assertThat(facts(before, main("", GHENT)).text("gemeente")).contains("44021");
    }

    @Test
    void shouldBeNowhere_whenDeceased() throws Exception {
        SourceFacts facts = facts(DIED, main("", GHENT));

        assertThat(facts.text("gemeente")).contains("geen");
        assertThat(facts.ternary("overleden")).isEqualTo(Ternary.YES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no residence at all                    |                                    |
                    a code that says nothing               |                                    | <Hoofdverblijfplaats><NISCodeGemeente>44</NISCodeGemeente></Hoofdverblijfplaats>
                    in Ghent, and in another country       |                                    | <Hoofdverblijfplaats><NISCodeLand>111</NISCodeLand><NISCodeGemeente>44021</NISCodeGemeente></Hoofdverblijfplaats>
                    in Ghent, and at a post abroad         |                                    | <Hoofdverblijfplaats><NISCodeGemeente>44021</NISCodeGemeente></Hoofdverblijfplaats><VerblijfplaatsBuitenland/>
                    ended in a month that is not told      |                                    | <Hoofdverblijfplaats DatumEinde='2026-00-00'><NISCodeGemeente>44021</NISCodeGemeente></Hoofdverblijfplaats>
                    struck off, and perhaps back           | <Beheerder DatumEinde='2026-00-00'><Plaats><Gemeente><NISCode>99997</NISCode></Gemeente></Plaats></Beheerder> | <Hoofdverblijfplaats><NISCodeGemeente>44021</NISCodeGemeente></Hoofdverblijfplaats>
                    abroad, and perhaps back               |                                    | <VerblijfplaatsBuitenland DatumEinde='2026-00-00'/>
                    abroad, and back                       |                                    | <VerblijfplaatsBuitenland DatumEinde='2020-01-01'/>
                    a death that was taken back            | <Overlijden DatumEinde='2026-02-01'/> | <Hoofdverblijfplaats><NISCodeGemeente>44021</NISCodeGemeente></Hoofdverblijfplaats>
                    """)
    void shouldBeOpen_whereTheAnswerIsInDoubt(String why, String before, String addresses) throws Exception {
        SourceFacts facts = facts(before == null ? "" : before, addresses == null ? "" : addresses);

        assertThat(facts.count("gemeente")).as(why).isZero();
        assertThat(facts.ternary("overleden")).as(why).isEqualTo(Ternary.UNKNOWN);
    }
}
