package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Zeef;
import be.zeef.cli.text.Json;
import be.zeef.sandbox.ReadyKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What runs by itself, as an operator sees, pauses and resumes it. */
class ScheduleCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path config;
    private StringWriter said;

    @BeforeEach
    void house() throws Exception {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("sandbox/keys"));
        config = Files.writeString(
                folder.resolve("zeef.yaml"),
                Json.of(Map.of(
                        "data",
                        folder.toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString())));
    }

    /** In Belgian time on both sides of the change of the clock. */
    @Test
    void showsTheMomentsThatCome() {
        assertThat(schedule("list", "gent-onderwijs", "gent-huisvuilzakken", "--most", "2"))
                .isZero();

        assertThat(said.toString().lines())
                .containsExactly(
                        "gent-onderwijs",
                        "  comes    2026-11-01 06:00",
                        "  comes    2027-01-01 06:00",
                        "  no service has looked at it yet: zeef serve",
                        "gent-huisvuilzakken",
                        "  comes    2027-01-16 06:00",
                        "  comes    2027-04-16 06:00",
                        "  no service has looked at it yet: zeef serve");
        schedule("list", "gent-onderwijs", "--most", "1", "--json");
        assertThat(said.toString())
                .contains("\"comes\":[{\"on\":\"2026-11-01\",\"at\":\"2026-11-01T05:00:00Z\"}]", "\"paused\":false");
    }

    @Test
    void showsWhoPausedIt_andWhy_untilItIsResumed() {
        String[] act = {"gent-onderwijs", "--by", "an", "--reason", "the tariffs are revised"};
        assertThat(schedule("pause", act)).isZero();
        assertThat(said.toString()).contains("gent-onderwijs is paused");
        schedule("list", "gent-onderwijs");
        assertThat(said.toString()).contains("  paused   since 2026-10-20 12:00 by an: the tariffs are revised");
        assertThat(schedule("pause", act)).isEqualTo(1);
        assertThat(said.toString()).contains("schedule.paused-already");

        assertThat(schedule("resume", act)).isZero();
        assertThat(schedule("resume", act)).isEqualTo(1);
        schedule("list", "gent-onderwijs");
        assertThat(said.toString()).doesNotContain("paused");
    }

    @Test
    void refusesWhatRunsNothing_andReasonsThatCannotBeKept() {
        assertThat(schedule("pause", "wingene-korting", "--by", "an", "--reason", "why not"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("schedule.none");
        assertThat(schedule("pause", "gent-onderwijs", "--by", "an", "--reason", "asked by 85651200136"))
                .isEqualTo(2);
        assertThat(schedule("pause", "gent-onderwijs", "--reason", "nobody")).isEqualTo(2);
    }

    private int schedule(String command, String... words) {
        said = new StringWriter();
        CommandLine line = Zeef.line(CLOCK);
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return line.execute(Stream.of(
                        Stream.of("schedule", command), Arrays.stream(words), Stream.of("--config", config.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }
}
