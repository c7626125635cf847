package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.cli.Overrides;
import be.zeef.cli.Zeef;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.run.Progress;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A run of 30 December 2025 dies before anything is decided, and is gone on with today, in another year, when its agreement
 * is not in force any more: it stays a run of 30 December 2025.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResumedRunTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 30);
    /** The sandbox' buffer knows every year as it knows 2026. */
    private static final LocalDate REFRESHED = LocalDate.of(2026, 10, 5);

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Path config;
    private static Agreement agreement;
    private static Settings settings;
    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void dieOn30December() throws Exception {
        city = new TestCity(folder.resolve("data"), 80);
        city.sandbox().magdaFiles().refresh(REFRESHED);
        Path home = homeOfAnAgreementThatEnds("2025-12-31");
        Map<String, Object> all = Overrides.over(city.overrides(), Map.of("home", home.toString()));
        config = Files.writeString(folder.resolve("zeef.yaml"), Json.of(all));
        settings = SettingsFile.read(config, Map.of());
        agreement = new Agreements(home.resolve("mappings")).load(TestCity.AGREEMENT);
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            assertThatThrownBy(
                            () -> gateway.syncs().run(agreement, city.population(), DAY, false, new Dies("deciding")))
                    .hasMessage("died");
        }
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    @Order(1)
    void isNotResumedForAnotherDay() throws Exception {
        assertThat(zeef("--resume", "--on", "2026-01-02")).isEqualTo(1);
        assertThat(said.toString()).contains("2025-12-30", "2026-01-02", "--resume");

        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            LocalDate other = LocalDate.of(2026, 1, 2);
            assertThatThrownBy(() -> gateway.syncs().parts(agreement, Optional.of(other), false, Optional.empty()))
                    .as("a new run is of the day that is asked for, on which this agreement has ended")
                    .hasMessageContaining("agreement.ended");
            assertThat(gateway.syncs()
                            .parts(agreement, Optional.of(DAY), true, Optional.empty())
                            .get(0)
                            .on())
                    .isEqualTo(DAY);
        }
        assertThat(city.sandbox().folder().resolve("ivago/credits.csv")).doesNotExist();
    }

    @Test
    @Order(2)
    void grantsAndDeliversForTheDayItIsOf_whateverDayItIsResumed() throws Exception {
        zeef("--resume", "--json");

        assertThat(said.toString()).contains("\"done\":true", "\"on\":\"2025-12-30\"", "IVAGO.SOCTEG.2025.00001");
        Path truth = city.sandbox().folder().resolve("city/truth.csv");
        TreeSet<String> credited = Files.readAllLines(city.sandbox().folder().resolve("ivago/credits.csv")).stream()
                .map(line -> line.split(";"))
                .map(fields -> fields[1] + ";" + fields[2] + ";" + fields[3])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(credited)
                .isNotEmpty()
                .isEqualTo(Truth.credits(truth, DAY, REFRESHED).stream()
                        .map(credit -> credit + ";2025")
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(questionFiles()).isNotEmpty().allMatch(file -> file.contains("_20251230_"));
    }

    private int zeef(String... options) {
        CommandLine line = Zeef.line(Today.wallClock());
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return line.execute(
                Stream.concat(Stream.of("sync", TestCity.AGREEMENT, "--config", config.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static List<String> questionFiles() {
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            return Inside.database(gateway).withHandle(handle -> handle.createQuery("select file from question")
                    .mapTo(String.class)
                    .list());
        }
    }

    private static Path homeOfAnAgreementThatEnds(String day) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String room : new String[] {"routes", "security"}) {
            Files.createSymbolicLink(home.resolve(room), Path.of(room).toAbsolutePath());
        }
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(file.toString()));
            }
        }
        Path yaml = home.resolve("mappings/agreements").resolve(TestCity.AGREEMENT + ".yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replaceFirst(
                                "(?m)^  from: 2026-01-01\n  until: \\S+$", "  from: 2025-01-01\n  until: " + day));
        return home;
    }

    /** A process that dies where this step begins. */
    private record Dies(String where) implements Progress {
        @Override
        public void step(String name, long total) {
            if (name.equals(where)) {
                throw new IllegalStateException("died");
            }
        }

        @Override
        public void advance(long count) {}

        @Override
        public void note(String text) {}
    }
}
