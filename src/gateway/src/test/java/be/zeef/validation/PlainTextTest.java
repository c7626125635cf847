package be.zeef.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(PlainText.of("a\u001b[2J\u009b1m\r\nb\u202Ec\u2028d\u0000")).isEqualTo("a?[2J?1m??b?c?d?");
        assertThat(PlainText.of("\u00C7elik Testouder, caf\u00e9 \u4e2d"))
                .isEqualTo("\u00C7elik Testouder, caf\u00e9 \u4e2d");
    }

    @Test
    void aFindingTellsNothingElse() {
        Finding finding = Finding.warning("sync.receipt-chased", Location.WHOLE, "x\u001b[31m{0}\n.csv");

        assertThat(finding.arguments()).containsExactly("x?[31m{0}?.csv");
        assertThat(finding.text(Locale.ENGLISH)).startsWith("No receipt for x?[31m{0}?.csv");
    }
}
