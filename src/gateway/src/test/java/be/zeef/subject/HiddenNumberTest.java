package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
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
                "➆➇➅➅➀➁➀➀➀➈➀"
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
                "IVXLCDM"
            })
    void letsThrough(String text) {
        assertThat(HiddenNumber.in(text)).isFalse();
    }
}
