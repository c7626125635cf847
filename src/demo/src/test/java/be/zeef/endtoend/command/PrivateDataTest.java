package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.check.PermissionCheck;
import be.zeef.demo.FreePorts;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.SettingsFile;
import be.zeef.validation.Report;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started under a umask that hides nothing, by a process of its own: keys, database, logs, deliveries and the far ends. */
class PrivateDataTest {

    @TempDir
    Path folder;

    private Path data;
    private Path config;
    private Path log;

    @BeforeEach
    void configure() throws IOException {
        data = folder.resolve("some/data");
        config = folder.resolve("zeef.yaml");
        log = folder.resolve("log");
        new ObjectMapper(new YAMLFactory())
                .writeValue(
                        config.toFile(),
                        Map.of(
                                "data", data.toString(),
                                "home", Path.of("").toAbsolutePath().toString(),
                                // nobody listens there, so a sandbox is started
                                "partners", Map.of("magdaFiles", Map.of("port", 1, "poll", "PT0.1S")),
                                "magda", Map.of("perSecond", 100),
                                "sandbox", FreePorts.with(Map.of("households", 60, "answerDelay", "PT0.1S"))));
    }

    @Test
    void shouldBeTheOwnersAlone_fromItsFirstByte_whateverTheUmask() throws Exception {
        Set<String> wide = new TreeSet<>();
        int code = run(wide, "sync", TestCity.AGREEMENT, "--on", "2026-07-16");

        assertThat(code)
                .as("somebody stays undetermined: %s", Files.readString(log))
                .isEqualTo(1);
        assertThat(Files.readString(log)).contains("confirmed");
        assertThat(wide).isEmpty();
        assertThat(paths())
                .anyMatch(path -> path.endsWith("zeef.mv.db"))
                .anyMatch(path -> path.endsWith("logs/zeef.log"))
                .anyMatch(path -> path.contains("sandbox/ivago/inbox/"))
                .anyMatch(path -> path.contains("keys/secrets.p12"))
                .anyMatch(path -> path.contains("keys/known_hosts"))
                .hasSizeGreaterThan(40);

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void shouldBeAFinding_whenSomethingIsWider() throws Exception {
        Path logs = PrivateFiles.folder(data.resolve("logs"));
        PrivateFiles.writeString(logs.resolve("zeef.log"), "");
        assertThat(check().acceptable()).isTrue();

        Files.setPosixFilePermissions(logs.resolve("zeef.log"), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(check().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("check.wide");
            assertThat(finding.text(java.util.Locale.ENGLISH)).contains("1 entry of " + logs, "chmod -R go= " + data);
        });
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x---"));
        assertThat(check().findings()).hasSize(2);
    }

    /** Wherever the settings put the database and the payments; a folder that is not ours to look into does not end the look. */
    @Test
    void shouldBeAFinding_whenWhatLiesElsewhereIsWider() throws Exception {
        Path database = PrivateFiles.writeString(
                PrivateFiles.folder(folder.resolve("db")).resolve("zeef.mv.db"), "");
        Path payments = PrivateFiles.folder(folder.resolve("outbox/in"));
        new ObjectMapper(new YAMLFactory())
                .writeValue(
                        config.toFile(),
                        Map.of(
                                "data", data.toString(),
                                "database",
                                        Map.of("url", "jdbc:h2:file:" + folder.resolve("db/zeef") + ";MODE=Regular"),
                                "payment",
                                        Map.of(
                                                "via",
                                                "folder",
                                                "folder",
                                                payments.getParent().toString())));
        assertThat(check().findings()).isEmpty();

        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(payments, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(check().findings())
                .extracting(finding -> finding.text(java.util.Locale.ENGLISH))
                .satisfiesExactly(
                        text -> assertThat(text).contains("chmod -R go= " + database),
                        text -> assertThat(text).contains("1 entry of " + payments));
    }

    private Report check() throws IOException {
        return PermissionCheck.of(SettingsFile.read(config, Map.of()));
    }

    /** Runs it to its end, and looks all the while at what lies there. */
    private int run(Set<String> wide, String... words) throws Exception {
        String command = ZeefProcess.command(Stream.concat(Stream.of(words), Stream.of("--config", config.toString()))
                        .toArray(String[]::new))
                .stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "umask 000; exec " + command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(new File("").getAbsoluteFile());
        Process process = builder.start();
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
            do {
                look(wide);
            } while (!process.waitFor(20, TimeUnit.MILLISECONDS) && System.nanoTime() < end);
            assertThat(process.isAlive())
                    .as("it did not end: %s", Files.readString(log))
                    .isFalse();
            look(wide);
            return process.exitValue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void look(Set<String> wide) throws IOException {
        for (Path each : all()) {
            try {
                if (PrivateFiles.isWide(each)) {
                    wide.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)) + " "
                            + folder.relativize(each));
                }
            } catch (NoSuchFileException gone) {
                // it was a temporary file
            }
        }
    }

    private List<String> paths() throws IOException {
        return all().stream().map(Path::toString).toList();
    }

    private List<Path> all() throws IOException {
        Path top = folder.resolve("some");
        if (!Files.exists(top)) {
            return List.of();
        }
        for (int again = 0; ; again++) {
            try (Stream<Path> all = Files.walk(top)) {
                return all.toList();
            } catch (java.io.UncheckedIOException e) {
                // a file that went away while it was looked at
                if (again > 100) {
                    throw e;
                }
            }
        }
    }
}
