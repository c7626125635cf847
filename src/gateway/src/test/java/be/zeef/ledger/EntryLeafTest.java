package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What a leaf of the ledger's tree is made of is written in docs/adr/0030: whoever checks an entry elsewhere makes the same bytes. */
class EntryLeafTest {

    @Test
    void itsFieldsEachWithItsLengthBeforeIt() {
        Entry entry = new Entry(12, "2026-07-16T08:00:00Z", "SYNC_ENDED", "gent-é", 3, "{}");
        assertThat(HexFormat.of().formatHex(entry.leaf()))
                .isEqualTo("00000002" + hex("12") + "00000014" + hex("2026-07-16T08:00:00Z") + "0000000a"
                        + hex("SYNC_ENDED") + "00000007" + hex("gent-é") + "00000001" + hex("3") + "00000002"
                        + hex("{}"));
    }

    /** What is moved from one field to the next is another leaf. */
    @Test
    void noTwoEntriesMakeTheSame() {
        assertThat(new Entry(1, "a", "bc", "d", 0, "{}").leaf())
                .isNotEqualTo(new Entry(1, "ab", "c", "d", 0, "{}").leaf());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
