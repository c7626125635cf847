package be.zeef.endtoend.source;

import static be.zeef.endtoend.city.KszCity.FACT;
import static be.zeef.endtoend.city.KszCity.ON;
import static be.zeef.endtoend.city.KszCity.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.KszCity;
import be.zeef.endtoend.city.TestCity;
import be.zeef.security.KeyException;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.subject.Today;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask the KSZ, and how: by signature at its own port, by password at the gateway of Smals. */
class KszAccessTest {

    @TempDir
    static Path folder;

    private static KszCity ksz;
    private static TestCity city;
    private static String person;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws IOException {
        ksz = new KszCity(folder, 1);
        city = ksz.city();
        person = ksz.person();
    }

    @AfterAll
    static void stop() {
        ksz.close();
    }

    @Test
    void isRefused_whenTheRequestIsNotSignedAsThePlatformWants() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String each : List.of("mappings", "routes")) {
            Files.createSymbolicLink(home.resolve(each), Path.of(each).toAbsolutePath());
        }
        Path profiles = Files.createDirectories(home.resolve("security/profiles"));
        Files.copy(Path.of("security/profiles/magda.yaml"), profiles.resolve("magda.yaml"));
        Files.writeString(
                profiles.resolve("body-only.yaml"),
                Files.readString(Path.of("security/profiles/ksz-x509.yaml"))
                        .replace("parts: [body, timestamp, token]", "parts: [body, timestamp]"));
        Map<String, Object> all = city.overrides();
        all.put("home", home.toString());
        try (Gateway other = new Gateway(settings(all, Map.of("signing", "body-only")), Today.wallClock())) {
            assertThat(Inside.ksz(other, "test").ask(question(person, ON, Map.of(), false), calls))
                    .isEqualTo(new Barred("WSSE"));
        } finally {
            Files.delete(home.resolve("mappings"));
            Files.delete(home.resolve("routes"));
        }
    }

    @Test
    void answersTheSame_throughTheGatewayOfSmals() {
        Map<String, Object> gatewayOfSmals =
                Map.of("signing", "smals-gateway", "url", city.sandbox().ksz().gatewayUrl());
        try (Gateway other = new Gateway(settings(city.overrides(), gatewayOfSmals), Today.wallClock())) {
            SourceAnswer answer = Inside.ksz(other, "test").ask(question(person, ON, Map.of(), false), calls);

            assertThat(answer.facts().ternary(FACT))
                    .isEqualTo(
                            ksz.ask(person, Map.of(), new CallsSeen()).facts().ternary(FACT));
            assertThat(calls.codes).containsExactly("OK");
        }
    }

    @Test
    void isDeniedOnce_whenThePasswordIsWrong() {
        Map<String, Object> wrong =
                Map.of("signing", "smals-gateway", "url", city.sandbox().ksz().gatewayUrl(), "password", "wrong");
        long before = city.sandbox().ksz().calls();
        try (Gateway other = new Gateway(settings(city.overrides(), wrong), Today.wallClock())) {
            assertThat(Inside.ksz(other, "test").ask(question(person, ON, Map.of(), false), calls))
                    .isEqualTo(new Barred("DENIED"));
        }
        assertThat(calls.codes).containsExactly("DENIED");
        assertThat(city.sandbox().ksz().calls() - before).isOne();
    }

    private static Settings settings(Map<String, Object> all, Map<String, Object> ksz) {
        Map<String, Object> own = new HashMap<>();
        ((Map<?, ?>) all.get("kszSoap")).forEach((key, value) -> own.put((String) key, value));
        own.putAll(ksz);
        all.put("kszSoap", own);
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
    }

    @Test
    void isNotAsked_whenThereIsNoKeyForIt() throws Exception {
        Keys keys = Keys.in(city.settings().keys());
        Path file = city.settings().keys().resolve("zeef.p12");
        byte[] before = Files.readAllBytes(file);
        KeyStore without = keys.identities();
        without.deleteEntry(Keys.KSZ);
        KeyStoreFile.store(without, file, keys.password());
        try (Gateway other = new Gateway(city.settings(), Today.wallClock())) {
            assertThatThrownBy(() -> Inside.ksz(other, "test"))
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("'ksz'");
        } finally {
            Files.write(file, before);
        }
    }
}
