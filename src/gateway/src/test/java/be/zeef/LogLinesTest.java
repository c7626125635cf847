package be.zeef;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.PrivateFiles;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else wrote, in a message or in a library's exception, makes no line of the log that looks like ours. */
class LogLinesTest {

    private static final String FORGED =
            "\n2026-07-16T08:00:00.000+02:00 WARN  be.zeef - all is well\u001b[2J\u009b1m\u202Ex";

    @TempDir
    Path folder;

    @Test
    void aMessageIsOneLine_andAnExceptionsLinesBeginWithABar() throws Exception {
        List<String> lines = logged("a partner said: {}", FORGED, new IOException("a server said: " + FORGED));

        assertThat(lines.get(0)).contains("a partner said: ?2026-07-16");
        assertThat(lines.stream().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("| "));
        assertThat(String.join("\n", lines))
                .doesNotContain("\u001b", "\u009b", "\u202E")
                .contains("LogLinesTest");
    }

    @Test
    void aLineWithoutAnExceptionStandsAlone() throws Exception {
        assertThat(logged("{}: {}", "ivago", "quiet"))
                .singleElement()
                .asString()
                .endsWith(" - ivago: quiet");
    }

    /** A server's status text is the server's to choose. */
    @Test
    void aNumberOfAPersonIsNotKept_inAMessageOrAnException() throws Exception {
        List<String> lines = logged(
                "a server said: {}, of 2026-07-16",
                "78.66.12-001.90 is unknown",
                new IOException("no such file: 78661200190", new IOException("78 66 12 001 90")));

        assertThat(lines.get(0)).endsWith("a server said: (eleven digits) is unknown, of 2026-07-16");
        assertThat(String.join("\n", lines))
                .contains("no such file: (eleven digits)")
                .doesNotContain("786612", "78.66", "78 66");
    }

    /** As after the clock was set back. */
    @Test
    void linesAreKept_whenTheLogIsNewerThanTheClock() throws Exception {
        Path log = Files.writeString(folder.resolve("zeef.log"), "of tomorrow\n");
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().plus(Duration.ofDays(100))));

        assertThat(logged("{}: {}", "ivago", "quiet")).hasSize(2).first().isEqualTo("of tomorrow");
    }

    /** As after the clock was set back over midnight. */
    @Test
    void linesOfADayAreKept_whenThatDayHasEndedBefore() throws Exception {
        Instant then = Instant.now().minus(Duration.ofDays(3));
        String day = LocalDate.ofInstant(then, ZoneId.systemDefault()).toString();
        Path ended = Files.writeString(folder.resolve("zeef." + day + ".log"), "before\n");
        Path log = Files.writeString(folder.resolve("zeef.log"), "after\n");
        Files.setLastModifiedTime(log, FileTime.from(then));

        assertThat(logged("{}: {}", "ivago", "quiet")).hasSize(1);

        assertThat(Files.readAllLines(ended)).containsExactlyInAnyOrder("before", "after");
        assertThat(PrivateFiles.isWide(log)).isFalse();
    }

    private List<String> logged(String message, Object... arguments) throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("zeef.logs", folder.toString());
        JoranConfigurator reader = new JoranConfigurator();
        reader.setContext(context);
        reader.doConfigure(Path.of("src/gateway/src/main/resources/logback.xml").toFile());
        context.getLogger("be.zeef.test").warn(message, arguments);
        context.stop();
        return Files.readAllLines(folder.resolve("zeef.log"));
    }
}
