package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.storage.Storage;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where evidence is written in a folder that others write to, too: it is this user's only, and what is another's stays as it is. */
class ExportedFileTest {

    @TempDir
    Path folder;

    private Settings settings;
    private String config;

    @BeforeEach
    void aLedger() throws Exception {
        Path file = folder.resolve("zeef.yaml");
        Files.writeString(
                file,
                Json.of(Map.of(
                        "data",
                        folder.resolve("data").toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString(),
                        "ledger",
                        Map.of("secondPlace", folder.resolve("second").toString()))));
        settings = SettingsFile.read(file, Map.of());
        config = "--config=" + file;
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            new Ledger(storage.jdbi(), Clock.systemUTC()).append("test", 0, new SyncEnded("DONE"));
        }
    }

    private CommandSaid export(Path file, String... more) {
        return CommandSaid.of(Stream.concat(
                        Stream.of("ledger", "export", file.toString(), "--by=dpo", "--reason=asked", config),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private long entries() {
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            return storage.jdbi().withHandle(Ledger::length);
        }
    }

    /** Of whatever name: one that lay there before would be read by whoever made it. */
    @Test
    void leavesWhatLiesBesideIt_andNobodyElseReadsIt() throws Exception {
        Path evidence = folder.resolve("evidence.zip");
        Path beside = Files.writeString(folder.resolve("evidence.zip.part"), "another's");
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-rw-rw-"));

        CommandSaid said = export(evidence);

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(Files.readString(beside)).isEqualTo("another's");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(evidence)))
                .isEqualTo("rw-------");
    }

    @Test
    void writesThroughNoLink() throws Exception {
        Path target = folder.resolve("target");
        Path link = Files.createSymbolicLink(folder.resolve("evidence.zip"), target);

        assertThat(export(link)).satisfies(said -> {
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text()).contains("there is a file of this name");
        });
        assertThat(target).doesNotExist();
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(entries()).isOne();
    }

    /** Nothing is given, so nothing is recorded and no empty evidence is made. */
    @Test
    void takesNoDaysInTheWrongOrder() {
        Path evidence = folder.resolve("evidence.zip");

        CommandSaid said = export(evidence, "--from=2026-12-01", "--to=2026-11-30");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("--from lies behind --to. Give the earlier day first.");
        assertThat(evidence).doesNotExist();
        assertThat(entries()).isOne();
    }
}
