package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** At the command line too nobody is named, and nothing explained, by what may be a person's number. */
class WhoAsksTest {

    private static final String PERSON = "78661200190";

    @TempDir
    Path folder;

    private String refused(String... args) throws Exception {
        Path config = folder.resolve("zeef.yaml");
        Files.writeString(config, Json.of(Map.of("data", folder.resolve("data").toString())));
        StringWriter said = new StringWriter();
        CommandLine line = Zeef.line(be.zeef.subject.Today.wallClock());
        line.setErr(new PrintWriter(said, true));
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(args), java.util.stream.Stream.of("--config", config.toString()))
                .toArray(String[]::new);
        assertThat(line.execute(all)).isEqualTo(2);
        assertThat(folder.resolve("data/db")).as("nothing was begun").doesNotExist();
        return said.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {PERSON, "78.66.12-001.90", "a7b8c6d6e1f2g0h0i1j9k0", "clerk-786612-00190"})
    void aClerkIsNoNumber(String clerk) throws Exception {
        for (String said : new String[] {
            refused("ask", "gent-uitpas", PERSON, "--clerk", clerk),
            refused("grant", "heusden-zolder-kinderopvang", PERSON, "--reason", "attest", "--by", clerk)
        }) {
            assertThat(said).contains("counter.name-number").doesNotContain(clerk);
        }
    }

    /** Nobody reads in the ledger what was not seen when it was written. */
    @ParameterizedTest
    @ValueSource(strings = {"an\nother", "\u202eretsna", "a\u200bn"})
    void nothingUnseenIsWritten(String text) throws Exception {
        assertThat(refused("ask", "gent-uitpas", PERSON, "--clerk", text)).contains("counter.name-shape");
        assertThat(refused("grant", "heusden-zolder-kinderopvang", PERSON, "--reason", text, "--by", "an"))
                .contains("counter.reason-shape");
    }

    @Test
    void aClerkHasAName() throws Exception {
        assertThat(refused("ask", "gent-uitpas", PERSON, "--clerk", " ")).contains("counter.name-shape");
        assertThat(refused("ask", "gent-uitpas", PERSON, "--clerk", "other/clerk"))
                .contains("counter.name-shape");
    }

    @Test
    void aCardIsThirteenDigits_beforeAnybodyIsAsked() throws Exception {
        assertThat(refused("ask", "gent-uitpas", PERSON, "--clerk", "an", "--grant", "--card", "09000000959022"))
                .contains("counter.card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attest " + PERSON, "voor 78 66 12, 001 en 90", "7x8x6x6x1x2x0x0x1x9x0"})
    void aReasonNamesNobody(String reason) throws Exception {
        assertThat(refused("grant", "heusden-zolder-kinderopvang", PERSON, "--reason", reason, "--by", "an"))
                .contains("counter.reason-number")
                .doesNotContain(reason);
    }
}
