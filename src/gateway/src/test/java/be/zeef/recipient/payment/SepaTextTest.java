package be.zeef.recipient.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SepaTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zoë Ströbel-Øvergård|Zoe Strobel-Overgard",
                "Łukasz Đurić|Lukasz Duric",
                "D’Hondt|D'Hondt",
                "Weiß & Ægir|Weiss + AEgir",
                "Ĳsbrand van 't Hof|IJsbrand van 't Hof",
                "Şükrü Çelik ığ|Sukru Celik ig",
                "//a//b//|a/b",
                "a\u00a0\u2003 b|a b",
                "tab\there|tab here",
                "José (1)_*|Jose (1)-.",
                "ǿ|o",
            })
    void writesInLettersThatBanksUse(String from, String to) {
        assertThat(SepaText.of(from, 70)).isEqualTo(to);
    }

    @Test
    void isEmpty_whenNothingReadableIsLeft() {
        assertThat(SepaText.of("漢字", 70)).isEmpty();
        assertThat(SepaText.of("  / ", 70)).isEmpty();
    }

    @Test
    void cutsWithoutABlankAtTheEnd() {
        assertThat(SepaText.of("a".repeat(69) + " " + "b".repeat(20), 70)).isEqualTo("a".repeat(69));
    }
}
