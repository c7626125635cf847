package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.testing.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gssvl_20260716_1a2b3c4d_antwoord.xml",
                "IVAGO.HVZ.2026.00001.ack.p7m",
                "VUTG-37021-2026-06-1.xml.p7m",
                "a",
                "_",
                "7",
                "a..b"
            })
    void acceptsWhatPartnersCallTheirFiles(String name) {
        assertThat(FileName.accepts(name)).isTrue();
        assertThat(FileName.require(name)).isEqualTo(name);
    }

    @Test
    void acceptsUpToTheLongest() {
        assertThat(FileName.accepts("a".repeat(FileName.LONGEST))).isTrue();
        assertThat(FileName.accepts("a".repeat(FileName.LONGEST + 1))).isFalse();
        assertThat(FileName.accepts("")).isFalse();
        assertThat(FileName.accepts("a\n")).isFalse();
    }

    /** Every character there is, in the middle of a name. */
    @Test
    void acceptsLettersDigitsAndThreeMarks_andNothingElse() {
        String accepted = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-";
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            boolean good = each < 128 && accepted.indexOf(each) >= 0;
            if (FileName.accepts("a" + Character.toString(each) + "b") != good) {
                throw new AssertionError("U+" + Integer.toHexString(each));
            }
        }
    }

    @Test
    void refusesHostileNames_withoutRepeatingThem() {
        assertThat(HostileNames.all("a", ".xml", FileNameTest.class))
                .hasSize(45)
                .allSatisfy(name -> {
                    assertThat(FileName.accepts(name)).isFalse();
                    assertThatThrownBy(() -> FileName.require(name))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith("A file may not be called that: 1 to 120 letters");
                });
    }
}
