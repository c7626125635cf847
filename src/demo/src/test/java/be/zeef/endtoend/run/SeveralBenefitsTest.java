package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.app.Inside;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.HeusdenZolder;
import be.zeef.endtoend.city.TestCity;
import be.zeef.plan.Plans;
import be.zeef.run.Progress;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncReport;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Heusden-Zolder's childcare and holiday activities: one agreement and one question, two regulations and two recipients, each of
 * which learns of those whom it grants something and of nothing else.
 */
class SeveralBenefitsTest {

    private static final String OWN = "heusden-zolder-kinderopvang";
    private static final String HOLIDAYS = OWN + "/vakantie";
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 20);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void start() {
        city = new TestCity(folder.resolve("data"), 1600, 400);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void asksOnce_andTellsEachRecipientItsOwn() throws Exception {
        List<SyncReport> reports = sync(OWN, AUGUST, false, Progress.NONE);

        assertThat(reports).extracting(SyncReport::agreement).containsExactly(OWN, HOLIDAYS);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.done()).as("%s", report).isTrue());
        TreeSet<String> entitled = HeusdenZolder.of(city).entitled();
        assertThat(children("childcare")).isNotEmpty().isEqualTo(entitled);
        assertThat(children("holidays")).isEqualTo(entitled);
        assertThat(reports.get(1).eligible()).isEqualTo(reports.get(0).eligible());
        assertThat(reports.get(1).undetermined()).isEqualTo(reports.get(0).undetermined());
        assertThat(reports.get(0).questions()).isNotEmpty();
        assertThat(reports.get(1).questions()).as("the answers are there").isEmpty();
        assertThat(lines(OWN)).doesNotContainAnyElementsOf(lines(HOLIDAYS));

        List<SyncReport> again = sync(OWN, AUGUST, false, Progress.NONE);

        assertThat(again).allSatisfy(report -> assertThat(report.delivered()).isZero());
        assertThat(again.get(0).alreadyGranted()).isEqualTo(entitled.size());
        assertThat(again.get(1).alreadyGranted()).isEqualTo(entitled.size());
    }

    @Test
    void asksAboutWhoHasTheOneBenefit_whereTheOtherMayBeGranted() throws Exception {
        String child = HeusdenZolder.of(city).entitled().first();
        Insz person = Insz.of(child, Realm.SANDBOX);
        try (Gateway gateway = city.gateway()) {
            SyncOffice.Part own = parts(gateway, OWN, AUGUST, false).get(0);
            gateway.syncs().run(own, false, Progress.NONE);
        }
        assertThat(children("childcare")).contains(child);
        assertThat(children("holidays")).isEmpty();

        sync(OWN, AUGUST, false, Progress.NONE);

        assertThat(children("holidays"))
                .contains(person.digits())
                .isEqualTo(HeusdenZolder.of(city).entitled());
    }

    @Test
    void goesOnWithTheSecond_whenItDiedThere_andAsksNothingForTheFirst() throws Exception {
        int[] packed = {0};
        assertThatThrownBy(() -> sync(OWN, AUGUST, false, new Progress() {
                    @Override
                    public void step(String name, long total) {
                        if (name.startsWith("packing") && ++packed[0] == 2) {
                            throw new IllegalStateException("killed");
                        }
                    }

                    @Override
                    public void advance(long count) {}

                    @Override
                    public void note(String text) {}
                }))
                .hasMessageContaining("killed");
        assertThat(children("childcare")).isEqualTo(HeusdenZolder.of(city).entitled());
        assertThatThrownBy(() -> sync(OWN, AUGUST, false, Progress.NONE))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessageContaining(HOLIDAYS)
                .hasMessageContaining("--resume");

        List<SyncReport> reports = sync(OWN, Optional.empty(), true, Progress.NONE);

        assertThat(reports).extracting(SyncReport::agreement).containsExactly(HOLIDAYS);
        assertThat(reports.get(0).on()).isEqualTo(AUGUST);
        assertThat(children("holidays")).isEqualTo(HeusdenZolder.of(city).entitled());
    }

    /** Whoever resumes does not know where it died: the second is of the day of the first, however late that is found. */
    @Test
    void beginsTheSecondForTheDayOfTheFirst_whenItDiedBetweenTheTwo() throws Exception {
        try (Gateway gateway = city.gateway()) {
            gateway.syncs().run(parts(gateway, OWN, AUGUST, false).get(0), false, Progress.NONE);
        }
        assertThatThrownBy(() -> sync(OWN, NOVEMBER, true, Progress.NONE))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessageContaining(AUGUST.toString());

        List<SyncReport> reports = sync(OWN, Optional.empty(), true, Progress.NONE);

        assertThat(reports).extracting(SyncReport::agreement).containsExactly(HOLIDAYS);
        assertThat(reports.get(0).on()).isEqualTo(AUGUST);
        assertThat(children("holidays")).isEqualTo(HeusdenZolder.of(city).entitled());
    }

    @Test
    void deliversAClerksAddition_toThatRecipientAlone() throws Exception {
        sync(OWN, AUGUST, false, Progress.NONE);
        TreeSet<String> before = HeusdenZolder.of(city).entitled();
        String child = HeusdenZolder.of(city).young().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        Agreement holidays = agreement(HOLIDAYS);
        try (GrantDatabase database = new GrantDatabase(city.settings(), holidays, Today.wallClock())) {
            database.grants()
                    .grant(
                            Plans.ofClerk(holidays, NOVEMBER),
                            Insz.of(child, Realm.SANDBOX),
                            "SOCIAL",
                            "clerk-7",
                            "attest ziekenfonds");
        }
        try (Gateway gateway = city.gateway()) {
            for (SyncOffice.Part part : parts(gateway, OWN, NOVEMBER, false)) {
                gateway.syncs().run(part.with(new NoGathering()), false, Progress.NONE);
            }
        }

        assertThat(children("childcare")).isEqualTo(before);
        before.add(child);
        assertThat(children("holidays")).isEqualTo(before);
    }

    @Test
    void runsOneOfThem_whenItIsNamed() throws Exception {
        assertThat(sync(HOLIDAYS, AUGUST, false, Progress.NONE))
                .extracting(SyncReport::agreement)
                .containsExactly(HOLIDAYS);
        assertThat(children("holidays")).isEqualTo(HeusdenZolder.of(city).entitled());
        assertThat(children("childcare")).isEmpty();
        assertThat(catchThrowableOfType(InvalidMessageException.class, () -> agreement(OWN + "/sport"))
                        .report()
                        .findings())
                .containsExactly(Finding.fatal("agreement.benefit-unknown", Location.WHOLE, OWN + ", " + HOLIDAYS));
    }

    private List<SyncReport> sync(String id, LocalDate on, boolean resume, Progress progress) throws Exception {
        return sync(id, Optional.of(on), resume, progress);
    }

    private List<SyncReport> sync(String id, Optional<LocalDate> on, boolean resume, Progress progress)
            throws Exception {
        try (Gateway gateway = city.gateway()) {
            return gateway.syncs()
                    .run(
                            gateway.syncs()
                                    .parts(
                                            agreement(id),
                                            on,
                                            resume,
                                            Optional.of(HeusdenZolder.of(city).population())),
                            resume,
                            progress);
        }
    }

    private List<SyncOffice.Part> parts(Gateway gateway, String id, LocalDate on, boolean resume) {
        return gateway.syncs()
                .parts(
                        agreement(id),
                        Optional.of(on),
                        resume,
                        Optional.of(HeusdenZolder.of(city).population()));
    }

    private static Agreement agreement(String id) {
        return new Agreements(Path.of("mappings")).load(id);
    }

    /** Whom a tool has taken in. */
    private TreeSet<String> children(String tool) throws Exception {
        Path file = city.sandbox().folder().resolve(tool).resolve("tariffs.csv");
        TreeSet<String> children = new TreeSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().skip(1).forEach(row -> children.add(row.substring(0, 11)));
        }
        return children;
    }

    private List<String> lines(String benefit) {
        try (Gateway gateway = city.gateway()) {
            return Inside.database(gateway)
                    .withHandle(handle -> handle.createQuery("select line from grants where agreement = :benefit")
                            .bind("benefit", benefit)
                            .mapTo(String.class)
                            .list());
        }
    }
}
