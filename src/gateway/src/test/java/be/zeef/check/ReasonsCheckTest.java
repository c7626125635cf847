package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of reasons that somebody broke is found before a bank's answer is read by it. */
class ReasonsCheckTest {

    private static final String SOURCES = "sources: {iso: the standard}\nreasons:\n";

    @TempDir
    Path mappings;

    @Test
    void findsNothing_inOurs() {
        assertThat(ReasonsCheck.of(Path.of("mappings")).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {code: AC04, means: perhaps, source: iso, why: closed}",
                "- {code: AC04, means: account, why: closed}",
                "- {code: AC04, means: account, source: hearsay, why: closed}",
                "- {code: AC04, means: account, source: iso}",
                "- {code: ac04, means: account, source: iso, why: closed}",
                "- {code: AC04, means: account, source: iso, why: a}\n- {code: AC04, means: person, source: iso, why: b}",
                "- {code: AC04, means: account, source: iso, why: closed, sauce: iso}"
            })
    void findsABrokenRow(String rows) throws IOException {
        Path file = mappings.resolve("recipients/payment/reasons.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SOURCES + rows);
        assertThat(ReasonsCheck.of(mappings).findings())
                .extracting(Finding::code)
                .containsExactly("check.reasons");
    }

    @Test
    void findsThatItIsNotThere() {
        assertThat(ReasonsCheck.of(mappings).acceptable()).isFalse();
    }
}
