package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An amount of a tax bill is told with its column, the letter before its code. */
class BillFactsTest {

    private static final String PERSON = "85651200136";

    private static SourceFacts facts(String... items) throws Exception {
        return MagdaFacts.on(
                LocalDate.of(2024, 7, 16),
                "GeefAanslagbiljetPersonenbelasting-02.00",
                PERSON,
                "<AanslagbiljetPersonenbelasting><GevraagdePersoon><INSZ>" + PERSON
                        + "</INSZ></GevraagdePersoon><Inkomensjaar>2024</Inkomensjaar><Artikelnummer>7</Artikelnummer>"
                        + "<Items>" + String.join("", items) + "</Items></AanslagbiljetPersonenbelasting>",
                "inkomen.7555",
                "artikelnummer");
    }

    private static String item(String code, String value) {
        return "<Item><Code>" + code + "</Code><Waarde>" + value + "</Waarde></Item>";
    }

    @Test
    void shouldTellEachColumnByItself() throws Exception {
        SourceFacts facts = facts(item("A7555", "1500000"), item("B7555", "1200000"), item("A7270", "1"));

        assertThat(facts.amounts("inkomen.7555"))
                .containsExactly(
                        new SourceFacts.Amount("A", OptionalLong.of(1_500_000)),
                        new SourceFacts.Amount("B", OptionalLong.of(1_200_000)));
        assertThat(facts.contradicts("inkomen.7555")).isFalse();
    }

    @Test
    void shouldContradict_whenOneColumnIsToldTwiceWithOtherAmounts() throws Exception {
        assertThat(facts(item("A7555", "1"), item("A7555", "2")).contradicts("inkomen.7555"))
                .isTrue();
        assertThat(facts(item("A7555", "1"), item("A7555", "1")).contradicts("inkomen.7555"))
                .isFalse();
    }

    /** Absent it would count as nothing. */
    @ParameterizedTest
    @CsvSource({"7555, 1", "C7555, 1", "A7555, 1.00", "B7555, -"})
    void shouldTellThatThereIsAnAmount_whichCannotBeRead(String code, String value) throws Exception {
        SourceFacts facts = facts(item(code, value));

        assertThat(facts.amounts("inkomen.7555")).singleElement().satisfies(amount -> assertThat(amount.cents())
                .isEmpty());
    }
}
