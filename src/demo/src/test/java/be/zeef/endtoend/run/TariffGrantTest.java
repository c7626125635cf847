package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.grant.GrantDesk;
import be.zeef.question.Answer;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A yes at the counter becomes a social tariff at UiTPAS, and a year later it is renewed; over the real protocols. */
class TariffGrantTest {

    private static final LocalDate COUNTER = LocalDate.of(2026, 7, 16);
    private static final LocalDate RENEWAL = LocalDate.of(2027, 4, 1);

    @TempDir
    Path folder;

    private TestCity city;
    private Gateway gateway;
    private Agreement agreement;

    @BeforeEach
    void start() {
        city = new TestCity(folder, 60, 400);
        gateway = new Gateway(city.settings(), Today.wallClock());
        agreement = new Agreements(Path.of("mappings")).load("gent-uitpas");
    }

    @AfterEach
    void stop() {
        gateway.close();
        city.close();
    }

    @Test
    void grantsAYes_andNothingElse_andRenewsWhatItGranted() throws Exception {
        GrantDesk desk = gateway.desks().grant(agreement, COUNTER);
        Map<GrantDesk.Result, Integer> results = new EnumMap<>(GrantDesk.Result.class);
        for (String insz : entitled()) {
            GrantDesk.Outcome outcome = desk.grant(Insz.of(insz, Realm.SANDBOX), COUNTER, "clerk-7", "");
            assertThat(outcome.answer().verdict()).isEqualTo(Answer.Verdict.YES);
            results.merge(outcome.result(), 1, Integer::sum);
        }
        assertThat(results.get(GrantDesk.Result.GRANTED)).isPositive();
        long writes = city.sandbox().uitpas().writes();
        GrantDesk.Outcome none = desk.grant(Insz.of(notEntitled(), Realm.SANDBOX), COUNTER, "clerk-7", "");
        assertThat(none.result()).isEqualTo(GrantDesk.Result.NOT_GRANTED);
        assertThat(city.sandbox().uitpas().writes()).isEqualTo(writes);

        SyncReport renewal = renew();

        assertThat(renewal.asked())
                .as("everyone whom the counter granted")
                .isEqualTo(entitled().size());
        assertThat(renewal.delivered()).isPositive();
        assertThat(renewal.refusedLines()).as("who has no pass").isPositive();
        assertThat(renewal.receipt()).isEqualTo("partly refused");
        assertThat(renewal.done()).as("%s", renewal.findings()).isTrue();
        assertThat(renewal.complete()).isFalse();
        int waiting = results.getOrDefault(GrantDesk.Result.NOT_POSSIBLE, 0);
        assertThat(renewal.delivered() + renewal.refusedLines())
                .as("the new period's, and once more what waited for a pass in the old one")
                .isEqualTo(renewal.eligible() + waiting);
        assertThat(renew().delivered()).as("renewed once").isZero();
    }

    @Test
    void isGrantedByTheNextRun_whenUitpasWasDown() throws Exception {
        city.sandbox().uitpas().misbehave(UitpasMisbehaviour.UNAVAILABLE, 500);
        GrantDesk desk = gateway.desks().grant(agreement, RENEWAL);
        Map<String, GrantDesk.Result> results = new java.util.HashMap<>();
        for (String insz : entitled().subList(0, 2)) {
            results.put(
                    insz,
                    desk.grant(Insz.of(insz, Realm.SANDBOX), RENEWAL, "clerk-7", "")
                            .result());
        }
        assertThat(results.values()).containsOnly(GrantDesk.Result.LATER);
        city.sandbox().uitpas().behave();
        city.sandbox().uitpas().withhold("PASSHOLDERS_WRITE");

        SyncReport without = renew();

        assertThat(without.complete()).isFalse();
        assertThat(without.delivered()).isZero();
        assertThat(without.findings()).extracting(Finding::code).contains("sync.tariff-permissions");

        city.sandbox().uitpas().withhold();
        SyncReport report = renew();

        assertThat(report.asked()).as("nobody held one last year").isZero();
        assertThat(report.delivered() + report.refusedLines()).isEqualTo(2);
    }

    @Test
    void isOurFault_whenUitpasRefusesOurToken_andIsGrantedWhenThatIsMended() throws Exception {
        city.sandbox().uitpas().misbehave(UitpasMisbehaviour.TOKEN_REFUSED, 500);
        Insz person = Insz.of(entitled().get(0), Realm.SANDBOX);

        GrantDesk.Outcome outcome = gateway.desks().grant(agreement, RENEWAL).grant(person, RENEWAL, "clerk-7", "");

        assertThat(outcome.result()).isEqualTo(GrantDesk.Result.OUR_FAULT);
        assertThat(outcome.code()).isEqualTo("TOKEN_REFUSED");
        SyncReport refused = renew();
        assertThat(refused.complete()).isFalse();
        assertThat(refused.findings()).extracting(Finding::code).contains("sync.tariff-refused");
        assertThat(refused.findings()).extracting(Finding::code).doesNotContain("sync.tariff-failed");

        city.sandbox().uitpas().behave();
        SyncReport report = renew();
        assertThat(report.delivered() + report.refusedLines()).isEqualTo(1);
    }

    private SyncReport renew() throws Exception {
        return gateway.syncs()
                .run(
                        gateway.syncs().parts(agreement, Optional.of(RENEWAL), false, Optional.empty()),
                        false,
                        Progress.NONE)
                .get(0);
    }

    /** In Ghent with the status, by the city's own truth. */
    private List<String> entitled() throws Exception {
        return people().stream()
                .filter(person ->
                        person[4].equals("44021") && Rights.run(person[5], COUNTER) && Rights.run(person[5], RENEWAL))
                .map(person -> person[0])
                .toList();
    }

    private String notEntitled() throws Exception {
        return people().stream()
                .filter(person -> !person[4].equals("44021"))
                .map(person -> person[0])
                .findFirst()
                .orElseThrow();
    }

    private List<String[]> people() throws Exception {
        Path file = city.sandbox().folder().resolve("city/people.csv");
        if (!Files.exists(file)) {
            String first = Files.readAllLines(city.population()).get(1).substring(0, 11);
            gateway.desks()
                    .question(agreement, COUNTER)
                    .ask(Insz.of(first, Realm.SANDBOX), COUNTER, "test"); // makes the people
        }
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }
}
