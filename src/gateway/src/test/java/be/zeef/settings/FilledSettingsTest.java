package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings take from elsewhere: the environment, the file of passwords, the launcher, another key. */
class FilledSettingsTest extends TypedSettings {

    @Test
    void takesANumberFromTheEnvironment_andHoldsItAgainstItsRange() throws IOException {
        Map.Entry<String, String> number = System.getenv().entrySet().stream()
                .filter(each -> each.getValue().matches("[1-9][0-9]{0,3}"))
                .filter(each -> each.getKey().matches("[A-Za-z0-9_-]+"))
                .findFirst()
                .orElse(Map.entry("ZEEF_TIER", "1"));

        assertThat(read("magda: {perSecond: \"${env:" + number.getKey() + "}\"}")
                        .magda()
                        .perSecond())
                .isEqualTo(Integer.parseInt(number.getValue()));
        assertThat(refused("magda: {perSecond: \"${env:PATH}\"}").findings())
                .extracting(Finding::code)
                .containsExactly("settings.whole-number");
    }

    @Test
    void fillsThePlacesOfTheDataFolder_alsoWhereItIsNamedByAPlace() throws IOException {
        assertThat(read("data: \"${env:HOME}/zeef\"\npayment: {folder: \"${data}/out\"}")
                        .payment()
                        .folder())
                .isEqualTo(Path.of(System.getenv("HOME"), "zeef/out"));
    }

    @Test
    void waitsForThePasswordsThatTheSandboxMakes_butNotForOthers() throws IOException {
        String data = "data: " + folder.resolve("data") + "\n";
        String password = "database: {password: \"${password:mine}\"}\n";

        assertThatCode(() -> read(data + password)).doesNotThrowAnyException();

        Path file = Files.createDirectories(folder.resolve("data/keys")).resolve("passwords.properties");
        Files.writeString(file, "mine=quite-secret\n");
        assertThat(read(data + password).database().password()).isEqualTo("quite-secret");

        Files.writeString(file, "other=x\n");
        assertThat(refused(data + password).findings())
                .extracting(Finding::code)
                .containsExactly("settings.place-password");
    }

    @ParameterizedTest
    @CsvSource({"a=1\\na=2, settings.password-twice", "a=\\u12, settings.password-escape"})
    void refusesPasswordsThatAreReadOtherwiseThanWritten(String passwords, String code) throws IOException {
        Path file = Files.createDirectories(folder.resolve("data/keys")).resolve("passwords.properties");
        Files.writeString(file, passwords.replace("\\n", "\n"));
        Path settings = Files.writeString(folder.resolve("zeef.yaml"), "data: " + folder.resolve("data") + "\n");

        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> SettingsFile.read(settings, Map.of()));

        assertThat(refused).hasMessageContaining("passwords.properties");
        assertThat(refused.report().orElseThrow().findings())
                .extracting(Finding::code)
                .isEqualTo(List.of(code));
    }

    /** It is no recipient, so nothing in the mappings names it. */
    @Test
    void takesAPartnerThatKeepsTheLedgersCheckpoints() throws IOException {
        assertThat(read("""
                ledger: {secondPlace: "sftp:notary"}
                partners:
                  notary: {host: notary.example, port: 22, user: zeef, in: in, out: "", poll: PT1M}
                """).ledger().partner()).contains("notary");
    }

    @Test
    void theLaunchersHomeCountsOnlyWhereTheFileNamesNone() throws IOException {
        Path named = Files.writeString(folder.resolve("named.yaml"), "home: /srv/zeef\n");
        Path silent = Files.writeString(folder.resolve("silent.yaml"), "profile: sandbox\n");
        Map<String, String> launcher = Map.of("home", "/opt/zeef");

        assertThat(SettingsFile.read(named, launcher, Map.of()).home()).isEqualTo(Path.of("/srv/zeef"));
        assertThat(SettingsFile.read(silent, launcher, Map.of()).home()).isEqualTo(Path.of("/opt/zeef"));
    }
}
