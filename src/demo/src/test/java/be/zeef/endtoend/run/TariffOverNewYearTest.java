package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.grant.GrantDesk;
import be.zeef.grant.OpenGrants;
import be.zeef.grant.OpenPeriod;
import be.zeef.ledger.Ledger;
import be.zeef.run.Progress;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.sync.Gathering;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Yeses at the counter in November, while UiTPAS was down, and what runs of the next year make of them. */
class TariffOverNewYearTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 26);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 15);
    private static final LocalDate MAY = LocalDate.of(2027, 5, 3);
    private static final String ITS_END = "2027-04-30";
    private static final String NEXT_END = "2028-04-30";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-05-03T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private TestCity city;
    private Gateway gateway;
    private Agreement agreement;
    private List<String> people;

    @BeforeEach
    void grantWhileUitpasIsDown() throws Exception {
        city = new TestCity(folder, 60, 400);
        gateway = new Gateway(city.settings(), Today.wallClock());
        agreement = new Agreements(Path.of("mappings")).load("gent-uitpas");
        GrantDesk desk = gateway.desks().grant(agreement, NOVEMBER);
        people = entitled();
        city.sandbox().uitpas().misbehave(UitpasMisbehaviour.UNAVAILABLE, 10_000);
        for (String insz : people) {
            assertThat(desk.grant(Insz.of(insz, Realm.SANDBOX), NOVEMBER, "clerk-7", "")
                            .result())
                    .isEqualTo(GrantDesk.Result.LATER);
        }
        city.sandbox().uitpas().behave();
    }

    @AfterEach
    void stop() {
        gateway.close();
        city.close();
    }

    @Test
    void isGrantedInJanuary_untilItsOwnLastDay() throws Exception {
        long held = holding(ITS_END);

        SyncReport report = run(new NoGathering(), JANUARY);

        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(report.delivered() + report.refusedLines()).isEqualTo(people.size());
        assertThat(city.sandbox().uitpas().grants()).isPositive();
        assertThat(holding(ITS_END)).isEqualTo(held + city.sandbox().uitpas().grants());
        assertThat(holding(NEXT_END)).isZero();
    }

    @Test
    void endsOnTheLaterDay_whenTheRunGrantsThePeriodAfterToo() throws Exception {
        SyncReport report = run(
                gateway.syncs()
                        .parts(agreement, Optional.of(JANUARY), false, Optional.empty())
                        .get(0)
                        .gathering(),
                JANUARY);

        assertThat(report.eligible()).isEqualTo(people.size());
        assertThat(report.delivered() + report.refusedLines()).isEqualTo(2L * people.size());
        assertThat(holding(NEXT_END))
                .isPositive()
                .isEqualTo(city.sandbox().uitpas().grants());
        assertThat(holding(ITS_END)).isZero();
        assertThat(city.sandbox().uitpas().doubleGrants()).isZero();
    }

    @Test
    void isToldByEveryRun_andNotGranted_onceItHasEnded() throws Exception {
        for (int i = 0; i < 2; i++) {
            SyncReport report = run(new NoGathering(), MAY);

            assertThat(report.done()).isFalse();
            assertThat(report.findings())
                    .filteredOn(finding -> finding.code().equals("sync.tariff-ended"))
                    .extracting(Finding::arguments)
                    .containsExactly(List.of(Integer.toString(people.size()), ITS_END, agreement.id()));
        }
        assertThat(city.sandbox().uitpas().writes()).isZero();

        OpenGrants grants =
                new OpenGrants(Inside.database(gateway), new Ledger(Inside.database(gateway), CLOCK), agreement.id());
        assertThat(grants.periods())
                .containsExactly(new OpenPeriod(LocalDate.parse(ITS_END), people.size(), 0, 0, 0, 0));
        LocalDate itsEnd = LocalDate.parse(ITS_END);
        assertThatThrownBy(() -> grants.close(itsEnd, itsEnd, "an", "called them"))
                .as("its last day is a day of it")
                .isInstanceOf(SyncRefusedException.class);
        assertThat(grants.close(itsEnd, MAY, "an", "called them, they have a paper"))
                .isEqualTo(people.size());
        SyncReport closed = run(new NoGathering(), MAY);
        assertThat(closed.findings()).isEmpty();
        assertThat(closed.done()).isTrue();
        assertThat(city.sandbox().uitpas().writes()).isZero();
        assertThat(ledger("GRANTS_CLOSED")).singleElement().asString().contains("they have a paper", "\"an\"", ITS_END);
    }

    private List<String> ledger(String kind) {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select body from ledger_entry where kind = :kind")
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list());
    }

    private SyncReport run(Gathering gathering, LocalDate on) throws Exception {
        return gateway.syncs().run(new SyncOffice.Part(agreement, on, gathering), false, Progress.NONE);
    }

    /** How many of the people UiTPAS shows to have the tariff until this day. */
    private long holding(String until) {
        return people.stream()
                .filter(insz -> city.sandbox().uitpas().record(insz).contains("\"endDate\":\"" + until))
                .count();
    }

    /** Some who live in Ghent with the status, by the city's own truth. */
    private List<String> entitled() throws Exception {
        String first = Files.readAllLines(city.population()).get(1).substring(0, 11);
        gateway.desks()
                .question(agreement, NOVEMBER)
                .ask(Insz.of(first, Realm.SANDBOX), NOVEMBER, "test"); // makes the people
        return Files.readAllLines(city.sandbox().folder().resolve("city/people.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(person ->
                        person[4].equals("44021") && Rights.run(person[5], NOVEMBER) && Rights.run(person[5], MAY))
                .map(person -> person[0])
                .limit(8)
                .toList();
    }
}
