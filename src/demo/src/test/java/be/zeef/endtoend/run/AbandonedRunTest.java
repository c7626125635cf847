package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.SyncOffice;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that people abandon over the command line, against the whole sandbox: another day's begins, and nobody is credited twice. */
class AbandonedRunTest {

    private static final String AGREEMENT = TestCity.AGREEMENT;
    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);
    private static final String NEXT = "2026-07-17";
    private static final String WHY = "--reason=the extract was of last year";

    @TempDir
    Path folder;

    private TestCity city;
    private Path config;

    @BeforeEach
    void start() throws Exception {
        city = new TestCity(folder.resolve("data"), 60);
        config = Files.writeString(folder.resolve("zeef.yaml"), Json.of(city.overrides()));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private CommandSaid zeef(String... words) {
        return CommandSaid.of(
                Stream.concat(Stream.of(words), Stream.of("--config=" + config)).toArray(String[]::new));
    }

    private String[] signed(String folder, String person, String... more) {
        Path own = city.sandbox().folder().resolve(folder);
        return Stream.concat(
                        Stream.of(
                                "abandon",
                                AGREEMENT,
                                "--key=" + own.resolve(person + ".p12"),
                                "--password-file=" + own.resolve(person + ".password")),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** An officer and a releaser: any two whose signatures count. */
    private void abandonByTwo() {
        CommandSaid first = zeef(signed("officers", "els", WHY));
        assertThat(first.code()).as(first.text()).isZero();
        assertThat(first.text()).contains("You sign:", "got to: ", "Signed once");
        CommandSaid second = zeef(signed("releasers", "bert"));
        assertThat(second.code()).as(second.text()).isZero();
        assertThat(second.text()).contains("is abandoned");
    }

    /** The run ends when it comes to this step, as if its process had died there. */
    private void dies(String step) throws Exception {
        dies(step, (gateway, agreement, dying) -> gateway.syncs()
                .run(agreement, city.population(), JULY, false, dying));
    }

    private interface Going {
        void run(Gateway gateway, Agreement agreement, Progress dying) throws Exception;
    }

    private void dies(String step, Going going) throws Exception {
        Progress dying = new Progress() {
            @Override
            public void step(String name, long total) {
                if (name.equals(step)) {
                    throw new IllegalStateException("it dies");
                }
            }

            @Override
            public void advance(long count) {}

            @Override
            public void note(String text) {}
        };
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock())) {
            Agreement agreement = new Agreements(Path.of("mappings")).load(AGREEMENT);
            assertThatThrownBy(() -> going.run(gateway, agreement, dying)).hasMessage("it dies");
        }
    }

    private void assertEverybodyIsCreditedOnce(SyncReport report) throws Exception {
        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(city.credited())
                .isEqualTo(Truth.credits(city.sandbox().folder().resolve("city/truth.csv"), JULY, JULY))
                .isNotEmpty();
        CommandSaid verified = zeef("ledger", "verify");
        assertThat(verified.code()).as(verified.text()).isZero();
    }

    private void assertAnotherDayIsRefused() {
        CommandSaid other = zeef("sync", AGREEMENT, "--on=" + NEXT);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.text()).contains("zeef abandon " + AGREEMENT);
    }

    @Test
    void isAbandonedByOnePerson_whenNothingWasHandedOver() throws Exception {
        dies("packing the delivery", (gateway, agreement, dying) -> gateway.syncs()
                .run(new SyncOffice.Part(agreement, JULY, new NoGathering()), false, dying));
        assertAnotherDayIsRefused();
        assertThat(zeef("abandon", AGREEMENT).text()).contains("got to DECIDED", "0 question files", "one person");

        CommandSaid done = zeef("abandon", AGREEMENT, WHY, "--by=clerk-7");
        assertThat(done.code()).as(done.text()).isZero();

        assertEverybodyIsCreditedOnce(city.sync(NEXT));
        assertThat(zeef("abandon", AGREEMENT).text()).contains("none to abandon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deciding", "packing the delivery", "delivering", "waiting for the receipts"})
    void isAbandonedByTwo_whereverItDied_andTheNextDeliversToEachOnce(String step) throws Exception {
        dies(step);
        assertAnotherDayIsRefused();
        assertThat(zeef("abandon", AGREEMENT, WHY, "--by=clerk-7").text()).contains("two people");

        abandonByTwo();

        SyncReport next = city.sync(NEXT);
        assertEverybodyIsCreditedOnce(next);
        if (step.equals("deciding")) {
            assertThat(next.findings())
                    .as("the answers to the abandoned run's files are told, and removed")
                    .extracting(Finding::code)
                    .contains("sync.answer-late");
            assertThat(city.sync("2026-07-18").findings())
                    .extracting(Finding::code)
                    .doesNotContain("sync.answer-late");
        }
    }

    /** IVAGO's server took part of it: it is not known how much it has, so the same bytes go again. */
    @Test
    void isDeliveredOnce_whenTheDeliveryMayHaveLeft() throws Exception {
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.DISK_FULL, 1);
        assertThat(city.sync(JULY.toString()).findings())
                .extracting(Finding::code)
                .contains("sync.delivery-not-sent");

        abandonByTwo();

        assertEverybodyIsCreditedOnce(city.sync(NEXT));
    }

    @Test
    @Tag("slow")
    void isAbandonedWhollyOrNotAtAll_whenItsProcessIsKilled() throws Exception {
        dies("delivering");
        assertThat(zeef(signed("officers", "els", WHY)).text()).contains("Signed once");
        List<String> states = new ArrayList<>();
        for (long moment = 600; moment <= 3000 && !states.contains("ABANDONED WITHDRAWN"); moment += 600) {
            List<String> words = new ArrayList<>(List.of(signed("releasers", "bert")));
            words.add("--config=" + config);
            Process process = new ProcessBuilder(ZeefProcess.command(words.toArray(String[]::new)))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("killed.log").toFile())
                    .directory(new File("").getAbsoluteFile())
                    .start();
            process.waitFor(moment, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            states.add(stored());
        }
        assertThat(states)
                .as("killed before, or after, and never between")
                .containsAnyOf("PACKED PACKED", "ABANDONED WITHDRAWN");
        assertThat(states).isSubsetOf("PACKED PACKED", "ABANDONED WITHDRAWN");
        if (!states.contains("ABANDONED WITHDRAWN")) {
            assertThat(zeef(signed("releasers", "bert")).text()).contains("is abandoned");
        }

        assertEverybodyIsCreditedOnce(city.sync(NEXT));
    }

    private String stored() {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            return storage.jdbi().withHandle(handle -> handle.createQuery(
                            "select (select max(state) from sync) || ' ' || (select max(state) from delivery)")
                    .mapTo(String.class)
                    .one());
        }
    }
}
