package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Zeef;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.settings.SettingsFile;
import be.zeef.storage.Storage;
import be.zeef.subject.OfZone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that are given no day take the day in Belgium, by the clock they were started with. */
class BelgianDayTest {

    @TempDir
    Path folder;

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void grantsFromTheDayInBelgium_whenAClerkNamesNone(String zone) throws Exception {
        Path settings = folder.resolve("zeef.yaml");
        Files.writeString(
                settings,
                "data: " + folder.resolve("data") + "\nhome: " + Path.of("").toAbsolutePath() + "\n");
        OfZone.in(zone, () -> {
            int exit = Zeef.run(
                    at("2026-11-20T23:30:00Z"),
                    "grant",
                    "heusden-zolder-kinderopvang",
                    "85651200136",
                    "--reason=attest ziekenfonds",
                    "--by=clerk-7",
                    "--config=" + settings);

            assertThat(exit).isZero();
            try (Storage storage =
                    Storage.open(SettingsFile.read(settings, Map.of()).database(), Clock.systemUTC())) {
                LocalDate from = storage.jdbi().withHandle(handle -> handle.createQuery("select from_day from grants")
                        .map((row, context) -> row.getObject(1, LocalDate.class))
                        .one());
                assertThat(from).isEqualTo(LocalDate.of(2026, 11, 21));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void makesANewAgreementForTheYearInBelgium(String zone) throws Exception {
        Files.createDirectories(folder.resolve("mappings/agreements"));
        Path settings = folder.resolve("zeef.yaml");
        Files.writeString(settings, "home: " + folder + "\n");
        OfZone.in(zone, () -> {
            int exit = Zeef.run(
                    at("2026-12-31T23:30:00Z"),
                    "agreement",
                    "new",
                    "boom-zwemlessen",
                    "--config=" + settings,
                    "--title=Korting op zwemlessen",
                    "--source=magda",
                    "--status=BIM_BVT");

            assertThat(exit).isZero();
            assertThat(folder.resolve("mappings/agreements/boom-zwemlessen.yaml"))
                    .content()
                    .contains("2027-01-01")
                    .doesNotContain("2026-01-01");
        });
    }

    @Test
    void creditsExactlyTheHouseholdsOfTheTruth_onAMachineAtTheOtherEndOfTheWorld() throws Exception {
        OfZone.in("Pacific/Kiritimati", this::creditsTheTruth);
    }

    private void creditsTheTruth() throws Exception {
        try (TestCity city = new TestCity(folder, 120)) {
            LocalDate july = LocalDate.of(2026, 7, 16);

            city.sync("2026-07-16");

            Path truth = city.sandbox().folder().resolve("city/truth.csv");
            assertThat(city.credited()).isNotEmpty().isEqualTo(Truth.credits(truth, july, july));
        }
    }
}
