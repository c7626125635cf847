package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.run.SyncReport;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question file that could not be handed over was not left unanswered: nobody was asked. */
class NeverAskedTest {

    private static final int NOBODY_LISTENS = 1;

    @TempDir
    Path folder;

    @Test
    void tellsWhatWasNeverSentApartFromWhatGotNoAnswer() throws Exception {
        try (TestCity city = new TestCity(folder, 60, 500);
                Gateway gateway = new Gateway(
                        SettingsFile.read(Path.of("no-such-zeef.yaml"), withoutFiles(city.overrides())),
                        Today.wallClock())) {
            SyncReport report = city.sync(gateway, "2026-07-16", city.population(), false);

            WholeReport.holds(report);
            assertThat(report.complete()).isFalse();
            assertThat(report.causes()).containsKey("never-asked").doesNotContainKey("no-answer");
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .contains("sync.question-not-sent", "sync.question-sent-anew", "sync.question-never-sent")
                    .contains("mailbox.not-read")
                    .doesNotContain("sync.question-again", "sync.question-unanswered");
            assertThat(report.findings())
                    .filteredOn(finding -> finding.code().equals("sync.question-not-sent"))
                    .allSatisfy(
                            finding -> assertThat(finding.text(Locale.ENGLISH)).contains("(ConnectException)"));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> withoutFiles(Map<String, Object> settings) {
        Map<String, Object> partners = new HashMap<>((Map<String, Object>) settings.get("partners"));
        Map<String, Object> files = new HashMap<>((Map<String, Object>) partners.get("magdaFiles"));
        files.put("port", NOBODY_LISTENS);
        partners.put("magdaFiles", files);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("partners", partners);
        return all;
    }
}
