package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.sandbox.ReadyKeys;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard output of a process holds what its command answers and nothing else, whatever the log is up to. */
class OnlyTheAnswerTest {

    private static final ObjectMapper ONE = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    Path folder;

    private Path logs;

    @BeforeEach
    void settings() throws Exception {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("sandbox/keys"));
        logs = folder.resolve("logs");
        Files.writeString(
                folder.resolve("zeef.yaml"),
                Json.of(Map.of(
                        "data",
                        folder.toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString())));
    }

    @Test
    void isTheAnswer_whenTheLogIsNewerThanTheClock() throws Exception {
        Path log = Files.writeString(Files.createDirectory(logs).resolve("zeef.log"), "of tomorrow\n");
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().plus(Duration.ofDays(100))));

        assertThat(open()).singleElement().asString().contains(log.toString(), "clock");
        assertThat(log).content().startsWith("of tomorrow\n");
    }

    @Test
    void isTheAnswer_whenTheLogCannotBeMade() throws Exception {
        Files.writeString(logs, "not a folder");

        assertThat(open())
                .singleElement()
                .asString()
                .contains(logs.resolve("zeef.log").toString(), "cannot be written", "folder");
    }

    @Test
    void isTheAnswer_whenAnotherThingHasTheNameOfTheLog() throws Exception {
        Path log = Files.createDirectories(logs.resolve("zeef.log"));

        assertThat(open()).singleElement().asString().contains(log.toString(), "cannot be written");
    }

    @Test
    void nothingElseIsSaid_whenTheLogIsWell() throws Exception {
        assertThat(open()).isEmpty();
    }

    /** Runs a command that answers in JSON, and returns the lines on standard error. */
    private List<String> open() throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(ZeefProcess.command(
                        "open",
                        TestCity.AGREEMENT,
                        "--json",
                        "--config",
                        folder.resolve("zeef.yaml").toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        JsonNode answer = ONE.readTree(said);
        assertThat(answer.path("open").isArray()).as(said).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(err);
    }
}
