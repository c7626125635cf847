package be.zeef.source.advice;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.FactSpace;
import be.zeef.source.SourceFacts;
import be.zeef.source.advice.Input.Bracket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The income of two who share a tax bill: every column counts, and none of them twice. */
class JointBillsTest {

    private static final Bracket INCOME = new Bracket(
            "inkomen",
            List.of("inkomen.7555", "inkomen.7557"),
            "artikelnummer",
            List.of(new Bracket.Limit("B", 2_300_000), new Bracket.Limit("C", 3_300_000)));

    private static SourceFacts bill(String article) {
        return new SourceFacts().with("artikelnummer", article);
    }

    private static SourceFacts column(SourceFacts bill, String code, String column, String cents) {
        return bill.with("inkomen." + code, cents, Map.of("kolom", column));
    }

    private static SourceFacts joint(String first, String second) {
        return column(column(bill("7"), "7555", "A", first), "7555", "B", second);
    }

    private static String bracket(SourceFacts... answers) {
        return INCOME.value(List.of(answers), true);
    }

    @Test
    void shouldAddTheTwoColumns_whenEachShowsTheOwnOne() {
        assertThat(bracket(column(bill("7"), "7555", "A", "1500000"), column(bill("7"), "7555", "B", "1500000")))
                .isEqualTo("C");
        assertThat(bracket(column(bill("7"), "7555", "A", "2000000"), column(bill("7"), "7555", "B", "1500000")))
                .isEqualTo(Bracket.ABOVE);
    }

    @Test
    void shouldCountABillOnce_whenBothShowBothColumns() {
        assertThat(bracket(joint("1500000", "1500000"), joint("1500000", "1500000")))
                .isEqualTo("C");
        assertThat(bracket(joint("1000000", "500000"), joint("1000000", "500000")))
                .isEqualTo("B");
    }

    @Test
    void shouldCountAColumnOnce_whenOneShowsBothAndTheOtherOneOfThem() {
        assertThat(bracket(joint("1500000", "1000000"), column(bill("7"), "7555", "B", "1000000")))
                .isEqualTo("C");
    }

    @Test
    void shouldAddTheSameColumn_ofTwoBills() {
        assertThat(bracket(column(bill("7"), "7555", "A", "1500000"), column(bill("8"), "7555", "A", "1500000")))
                .isEqualTo("C");
    }

    @Test
    void shouldAddWhatIsTaxedSeparately_inEachColumn() {
        assertThat(bracket(column(joint("1000000", "1000000"), "7557", "B", "400000")))
                .isEqualTo("C");
    }

    @Test
    void shouldBeUnknown_whenTheSameColumnIsToldTwiceWithOtherAmounts() {
        assertThat(bracket(joint("1500000", "200000"), joint("1400000", "200000")))
                .isEqualTo(FactSpace.UNKNOWN);
        assertThat(bracket(joint("3500000", "200000"), joint("3400000", "200000")))
                .isEqualTo(Bracket.ABOVE);
        assertThat(bracket(column(joint("1500000", "200000"), "7555", "A", "1400000")))
                .isEqualTo(FactSpace.UNKNOWN);
    }

    @Test
    void shouldBeUnknown_whenOneColumnCannotBeRead_orIsALoss() {
        assertThat(bracket(joint("1000000", "unknown"))).isEqualTo(FactSpace.UNKNOWN);
        assertThat(bracket(joint("1000000", "-5"))).isEqualTo(FactSpace.UNKNOWN);
    }
}
