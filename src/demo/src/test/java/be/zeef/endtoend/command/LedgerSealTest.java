package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.endtoend.city.TestCity;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.ledger.stamp.Stamps;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who cuts the ledger, its end and its checkpoints off in the database is told by what every run put into the second place. */
class LedgerSealTest {

    private static final String START = "0".repeat(64);

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();
    private Settings settings;
    private String stamps = "";
    private String config;

    @BeforeEach
    void settings() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
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
    }

    @AfterEach
    void language() {
        Locale.setDefault(before);
    }

    private CommandSaid ledger(String... words) {
        return CommandSaid.of(Stream.concat(Stream.of("ledger"), Stream.concat(Stream.of(words), Stream.of(config)))
                .toArray(String[]::new));
    }

    private void append(int entries) {
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
            for (int i = 0; i < entries; i++) {
                ledger.append("test", 0, new SyncEnded("DONE"));
            }
        }
    }

    @Test
    void seals_verifies_andTellsOfACut() {
        append(5);
        assertThat(ledger("seal").text()).startsWith("Sealed: 5 entries of zeef-ledger/");
        append(2);
        CommandSaid good = ledger("verify");
        assertThat(good.text()).startsWith("The ledger holds: 7 entries, 5 of them sealed, head ");
        assertThat(good.code()).isZero();

        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            storage.jdbi().useHandle(handle -> {
                handle.execute("delete from ledger_entry");
                handle.execute("delete from checkpoint");
                handle.execute("update ledger_head set id = 0, hash = '" + START + "'");
            });
        }
        CommandSaid cut = ledger("verify");
        assertThat(cut.code()).isOne();
        assertThat(cut.text())
                .contains("does not hold from entry 1 on (CUT_OFF)", "ledger.cut-off", "ledger.second-alone");
        CommandSaid told = ledger("verify", "--json");
        assertThat(told.code()).isOne();
        assertThat(told.text()).contains("\"holds\":false", "\"code\":\"ledger.cut-off\"");

        append(9);
        CommandSaid refused = ledger("seal");
        assertThat(refused.code()).isOne();
        assertThat(refused.text()).startsWith("Nothing is sealed.").contains("ledger.second-alone");
    }

    @Test
    void aGatewaySealsWhatWasWritten_whenItEnds() throws Exception {
        try (TestCity city = new TestCity(folder.resolve("city"), 10)) {
            settings = city.settings();
            append(3);
            new Gateway(settings, Today.wallClock()).close();
            assertThat(folder.resolve("city/checkpoints/0000000000000000003.checkpoint"))
                    .isNotEmptyFile();
        }
    }

    /** Over SFTP, to the sandbox' witness; and with nobody there, or nobody known. */
    @Test
    void sealsToAWitness_andTellsWhenItIsAway() throws Exception {
        try (TestCity city = new TestCity(folder.resolve("city"), 10)) {
            settings = city.settings();
            Map<String, Object> own = Map.of(
                    "data", settings.data().toString(),
                    "home", settings.home().toString(),
                    "database", Map.of("password", settings.database().password()),
                    "partners",
                            Map.of(
                                    "witness",
                                    Map.of("port", settings.partner("witness").port())));
            append(3);
            stamps = city.sandbox().stamps().url();
            write(own, "sftp:witness");
            assertThat(ledger("seal").code()).isZero();
            Path there = folder.resolve("city/sandbox/witness/sftp/in/0000000000000000003.checkpoint");
            assertThat(there).isNotEmptyFile();
            assertThat(ledger("verify").code()).isZero();
            try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
                assertThat(storage.jdbi().withHandle(Stamps::all)).hasSize(1);
                storage.jdbi().useHandle(handle -> handle.execute("update checkpoint_stamp set token = 'AAAA'"));
            }
            CommandSaid edited = ledger("verify", "--json");
            assertThat(edited.code()).isOne();
            assertThat(edited.text()).contains("\"holds\":false", "\"code\":\"ledger.stamp-false\"");

            Files.delete(there);
            append(1);
            CommandSaid lost = ledger("seal");
            assertThat(lost.code()).isZero();
            assertThat(lost.text()).contains("Sealed: 4 entries", "ledger.second-behind");
            assertThat(there).isNotEmptyFile();

            Files.writeString(settings.keys().resolve("known_hosts"), "");
            append(1);
            CommandSaid stranger = ledger("seal");
            assertThat(stranger.code()).isOne();
            assertThat(stranger.text()).contains("Sealed: 5 entries", "ledger.second-stranger", "(witness)");
            CommandSaid blind = ledger("verify");
            assertThat(blind.code()).isOne();
            assertThat(blind.text()).contains("The ledger holds: 5 entries", "ledger.second-stranger");

            write(own, "sftp:nobody");
            CommandSaid unknown = ledger("seal");
            assertThat(unknown.code()).isEqualTo(2);
            assertThat(unknown.text()).contains("settings.not-there", "There is no nobody in");
        }
    }

    private void write(Map<String, Object> own, String place) throws Exception {
        Map<String, Object> all = new HashMap<>(own);
        all.put("ledger", Map.of("secondPlace", place, "stamp", Map.of("url", stamps)));
        Files.writeString(folder.resolve("zeef.yaml"), Json.of(all));
    }
}
