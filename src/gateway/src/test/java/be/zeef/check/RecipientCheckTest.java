package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.agreement.Homes;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipient that nothing can be sent to is told before the first delivery is due. */
class RecipientCheckTest {

    @TempDir
    Path folder;

    @Test
    void tellsARecipientWithoutSettingsOrRoutes_andNoneOfOurs() throws Exception {
        Path home = Homes.copy(folder.resolve("home"));
        assertThat(check(home).findings()).isEmpty();

        Path library = Files.createDirectories(home.resolve("mappings/recipients/library"));
        Files.copy(home.resolve("mappings/recipients/childcare/recipient.yaml"), library.resolve("recipient.yaml"));
        Files.delete(home.resolve("routes/ivago.yaml"));

        Report report = check(home);
        assertThat(report.acceptable()).isFalse();
        assertThat(report.findings())
                .extracting(Finding::code, Finding::arguments)
                .containsExactlyInAnyOrder(
                        tuple("check.recipient-route", List.of("ivago", "ivago-put")),
                        tuple("check.recipient-route", List.of("ivago", "ivago-watch")),
                        tuple("check.recipient-settings", List.of("library")),
                        tuple("check.recipient-route", List.of("library", "library-put")),
                        tuple("check.recipient-route", List.of("library", "library-watch")));
    }

    /** By its series a recipient answers for its own deliveries only. */
    @Test
    void tellsASeriesThatTwoRecipientsHave() throws Exception {
        Path home = Homes.copy(folder.resolve("home"));
        Path recipients = home.resolve("mappings/recipients");
        Path file = recipients.resolve("holidays/recipient.yaml");
        Files.writeString(file, Files.readString(file).replace("series: VAKANTIE.SOCTAR", "series: KIND.SOCTAR"));

        assertThat(check(home).findings())
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple("check.recipient-series", List.of("KIND.SOCTAR", "childcare, holidays")));
    }

    private static Report check(Path home) {
        Settings settings = SettingsFile.read(Path.of("no-such-zeef.yaml"), Map.of("home", home.toString()));
        return RecipientCheck.of(settings);
    }
}
