package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.cli.Overrides;
import be.zeef.endtoend.city.TestCity;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.settings.SettingsFile;
import be.zeef.source.ocmw.StallingProxy;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A welfare database that takes our question and is silent. */
class SlowOcmwTest {

    @TempDir
    Path folder;

    @Test
    void shouldLeaveUndeterminedWhomItWouldHaveDecided_andSayWhy() throws Exception {
        try (TestCity city = new TestCity(folder, 60);
                StallingProxy line = new StallingProxy(port(city))) {
            SyncReport known = sync(city, Map.of(), "2026-07-16");
            line.stall(true);
            Instant begin = Instant.now();
            SyncReport silent = sync(
                    city,
                    Map.of(
                            "url", "jdbc:h2:tcp://127.0.0.1:" + line.port() + "/ocmw",
                            "loginTimeout", "PT1S",
                            "timeout", "PT1S"),
                    "2027-01-16");

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
            assertThat(known.notEligible()).isPositive();
            assertThat(silent.notEligible()).isZero();
            assertThat(silent.undetermined()).isPositive();
            assertThat(silent.complete()).isFalse();
            assertThat(silent.findings()).extracting(Finding::code).contains("sync.ocmw-unavailable");
        }
    }

    private static SyncReport sync(TestCity city, Map<String, ?> ocmw, String on) throws Exception {
        Map<String, Object> all = Overrides.over(new HashMap<>(city.overrides()), Map.of("ocmw", ocmw));
        try (Gateway gateway = new Gateway(SettingsFile.read(Path.of("none.yaml"), all), Today.wallClock())) {
            return gateway.syncs()
                    .run(
                            new Agreements(Path.of("mappings")).load(TestCity.AGREEMENT),
                            city.population(),
                            LocalDate.parse(on),
                            false,
                            Progress.NONE);
        }
    }

    private static int port(TestCity city) {
        String url = city.settings().ocmw().url();
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
