package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Today;
import java.io.PrintWriter;
import java.io.StringWriter;
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
                    .isNotZero();
            assertThat(said.toString()).contains("--config");
        }
    }
}
