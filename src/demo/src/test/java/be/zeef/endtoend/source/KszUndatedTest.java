package be.zeef.endtoend.source;

import static be.zeef.endtoend.city.KszCity.ON;
import static be.zeef.endtoend.city.KszCity.question;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.KszCity;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.ksz.KszMisbehaviour;
import be.zeef.settings.SettingsFile;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.subject.Today;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of the KSZ that are signed and carry no Timestamp: the ticket in the signed Body shows that they are of now. */
class KszUndatedTest {

    @TempDir
    static Path folder;

    private static KszCity ksz;
    private static TestCity city;
    private static Gateway gateway;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws IOException {
        ksz = new KszCity(folder, 1);
        city = ksz.city();
        city.sandbox().ksz().dateAnswers(false);
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String each : List.of("mappings", "routes")) {
            Files.createSymbolicLink(home.resolve(each), Path.of(each).toAbsolutePath());
        }
        Path profiles = Files.createDirectories(home.resolve("security/profiles"));
        Files.copy(Path.of("security/profiles/magda.yaml"), profiles.resolve("magda.yaml"));
        Files.writeString(
                profiles.resolve("undated.yaml"),
                Files.readString(Path.of("security/profiles/ksz-x509.yaml"))
                        .replaceAll("  (maxAge|clockSkew): .*\n", "")
                        .stripTrailing()
                        .concat("\n  timestamp: never\n"));
        Map<String, Object> all = city.overrides();
        all.put("home", home.toString());
        Map<String, Object> own = new HashMap<>();
        ((Map<?, ?>) all.get("kszSoap")).forEach((key, value) -> own.put((String) key, value));
        own.put("signing", "undated");
        all.put("kszSoap", own);
        gateway = new Gateway(SettingsFile.read(Path.of("no-such-zeef.yaml"), all), Today.wallClock());
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        ksz.close();
        Files.delete(folder.resolve("home/mappings"));
        Files.delete(folder.resolve("home/routes"));
    }

    @AfterEach
    void behave() {
        city.sandbox().ksz().behave();
        city.sandbox().ksz().dateAnswers(false);
    }

    private SourceAnswer ask() {
        return Inside.ksz(gateway, "test").ask(question(ksz.person(), ON, Map.of(), false), calls);
    }

    @Test
    void isBelieved_whenItRepeatsOurTicket() {
        assertThat(ask()).isInstanceOf(Known.class);
        assertThat(calls.codes).containsExactly("OK");
    }

    @Test
    void isAskedAgain_whenItRepeatsAnotherTicket() {
        city.sandbox().ksz().misbehave(KszMisbehaviour.ANOTHER_TICKET);

        assertThat(ask()).isInstanceOf(Known.class);
        assertThat(calls.codes).containsExactly("CORRELATION", "OK");
    }

    @Test
    void believesAFaultThatRepeatsOurTicket_andNoOther() {
        city.sandbox().ksz().misbehave(KszMisbehaviour.FAULT);
        city.sandbox().ksz().misbehave(KszMisbehaviour.FAULT_OF_ANOTHER);
        city.sandbox().ksz().misbehave(KszMisbehaviour.BARE_FAULT);

        ask();

        assertThat(calls.codes).startsWith("MSG00003", "FAULT", "FAULT");
    }

    @Test
    void isRefused_whenItIsDatedOrUnsigned() {
        city.sandbox().ksz().dateAnswers(true);
        assertThat(ask()).isEqualTo(new Undetermined("SIGNATURE"));

        city.sandbox().ksz().dateAnswers(false);
        city.sandbox().ksz().misbehave(KszMisbehaviour.UNSIGNED);
        assertThat(ask()).isEqualTo(new Undetermined("SIGNATURE"));
    }
}
