package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Settings that were named and are not there stop a command: on the built-in ones it would say that all is well elsewhere. */
class NamedSettingsTest {

    @TempDir
    Path folder;

    @Test
    void refusesAFileThatIsNotThere_andOneThatIsAFolder() {
        for (Path named : new Path[] {folder.resolve("prood.yaml"), folder}) {
            StringWriter said = new StringWriter();
            CommandLine line = Zeef.line(Today.wallClock());
            line.setErr(new PrintWriter(said, true));
            assertThat(line.execute("check", "gent-uitpas", "--config", named.toString()))
                    .isEqualTo(ExitCode.MISUSE);
            assertThat(said.toString()).contains("--config");
        }
    }

    /** All faults in one go, as text and, where a program asked, as one JSON object; what was set wrongly is misuse. */
    @Test
    void namesEveryFaultOfAFile_alsoForAProgram() throws IOException {
        Path file = Files.writeString(
                folder.resolve("zeef.yaml"), "profile: prodction\nmagda:\n  perSecond: 0\nconter: {}\n");
        StringWriter said = new StringWriter();
        StringWriter out = new StringWriter();
        CommandLine line = Zeef.line(Today.wallClock());
        line.setErr(new PrintWriter(said, true));
        line.setOut(new PrintWriter(out, true));

        assertThat(line.execute("check", "--json", "--config", file.toString())).isEqualTo(ExitCode.MISUSE);

        assertThat(said.toString())
                .contains(file + " (line 1,", file + " (line 3,", file + " (line 4,")
                .contains("Do you mean counter?");
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("acceptable").asBoolean(true)).isFalse();
        assertThat(told.path("subject").asText()).isEqualTo(file.toString());
        assertThat(told.path("findings")).hasSize(3);
        assertThat(told.path("findings").get(1).path("line").asInt()).isEqualTo(3);
    }
}
