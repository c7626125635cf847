package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eleven digits in any arrangement may be somebody's number; ten are nobody's. */
class HiddenNumberTest {

    private static final List<String> ZEROS = List.of("0", "\uff10", "\u0660", "\u06f0", "\u0966", "\ud835\udfce");

    /** Eleven digits of any script with anything but digits between them. */
    @Provide
    Arbitrary<String> arrangements() {
        Arbitrary<String> digit = Arbitraries.of(ZEROS).flatMap(zero -> Arbitraries.integers()
                .between(0, 9)
                .map(value -> new String(Character.toChars(zero.codePointAt(0) + value))));
        Arbitrary<String> between = Arbitraries.strings()
                .alpha()
                .withChars(" ._-/@\u200b\u00a0\u00e9")
                .ofMaxLength(4);
        return digit.flatMap(each -> between.map(rest -> each + rest))
                .list()
                .ofSize(11)
                .map(parts -> String.join("", parts));
    }

    @Property
    void findsElevenDigitsWhateverStandsBetween(@ForAll("arrangements") String text) {
        assertThat(HiddenNumber.in("x" + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "78661200190",
                "78.66.12-001.90",
                "7a8b6c6d1e2f0g0h1i9j0",
                "clerk-786612@001.90",
                "09100216687",
                "7866120019a0",
                "786612\n00190",
                "⑦⑧⑥⑥①②⓪⓪①⑨⓪",
                "⁷⁸⁶⁶¹²⁰⁰¹⁹⁰",
                "➆➇➅➅➀➁➀➀➀➈➀",
                "七八六六一二〇〇一九〇",
                "七八六六一二零零一9〇",
                "\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f\u0966\u0967",
                "7866l2OO19O",
                "7O6610200l9O",
                "an-7866I2.oo1-9O",
                "voor 7866120O|90 gezien",
                "xIl7866120019O"
            })
    void refuses(String text) {
        assertThat(HiddenNumber.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clerk-7",
                "jan.peeters@stad.example",
                "attest ziekenfonds van 12/03/2026",
                "1234567890",
                "IVXLCDM",
                "OoIl|OoIl|OoIl|",
                "protocol-20260101.dmn",
                "olli.ooms-2026@lille.example",
                "I123456",
                "an-7866l2OO19l", // the check digits do not fit
                "7866 l2OO19O", // two words
                "三月十二日"
            })
    void letsThrough(String text) {
        assertThat(HiddenNumber.in(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "an-786612, nr 00190, true",
        "an-00190, nr 786612, true",
        "an, 78661200190, true",
        "an-786612, nr 00191, false",
        "an-786612, nr 001901, false",
        "clerk-7, attest van 12/03/2026, false",
        "an, attest ziekenfonds, false"
    })
    void findsOneThatIsSplitOverTwo(String one, String other, boolean found) {
        assertThat(HiddenNumber.across(one, other)).isEqualTo(found);
    }
}
