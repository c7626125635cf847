package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.app.Inside;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.HeusdenZolder;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.grant.HandGrants;
import be.zeef.plan.Plans;
import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.sync.Gathering;
import be.zeef.sync.NoGathering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heusden-Zolder's childcare end to end, through MAGDA's files and through the KSZ itself, against the city's own truth. */
class ChildcareSyncTest {

    private static final String AGREEMENT = "heusden-zolder-kinderopvang";
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 20);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);
    private static final String SCHOOL_YEAR = ";SOCIAL;2026-09-01;2027-08-31";

    @TempDir
    Path folder;

    private TestCity city;
    private Path home = Path.of("").toAbsolutePath();

    @BeforeEach
    void start() {
        city = new TestCity(folder.resolve("data"), 1600, 400);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void givesIdenticalDeliveries_throughTheListAndThroughTheKszItself() throws Exception {
        SyncReport list = sync(agreement("ksz-list"), AUGUST);

        assertThat(list.done()).as("%s", list).isTrue();
        WholeReport.holds(list);
        TreeSet<String> byList = enrolled();
        assertThat(byList).isNotEmpty().isEqualTo(expected());
        assertThat(kept("NOT_ELIGIBLE")).as("a no is counted and not kept").isZero();
        assertThat(list.notEligible()).isPositive();

        city.close();
        city = new TestCity(folder.resolve("other"), 1600, 400);
        SyncReport soap = sync(agreement("ksz-soap"), AUGUST);

        assertThat(soap.done()).as("%s", soap.findings()).isTrue();
        WholeReport.holds(soap);
        assertThat(enrolled()).isEqualTo(byList);
        assertThat(soap.eligible()).isEqualTo(list.eligible());
        assertThat(soap.notEligible()).isEqualTo(list.notEligible());
        assertThat(soap.undetermined()).isEqualTo(list.undetermined());
    }

    @Test
    void deliversWhatAClerkEntered_withoutAskingAnybody() throws Exception {
        Agreement agreement = agreement("ksz-list");
        SyncReport august = sync(agreement, AUGUST);
        assertThat(august.delivered()).as("%s", august).isPositive();
        TreeSet<String> before = enrolled();
        String child = young().filter(insz -> before.stream().noneMatch(row -> row.startsWith(insz)))
                .findFirst()
                .orElseThrow();
        long asked = city.sandbox().soap().calls();
        try (GrantDatabase database = new GrantDatabase(city.settings(), agreement, Today.wallClock())) {
            HandGrants grants = database.grants();
            Insz person = Insz.of(child, Realm.SANDBOX);
            assertThat(grants.grant(
                            Plans.ofClerk(agreement, NOVEMBER), person, "SOCIAL", "clerk-7", "attest ziekenfonds"))
                    .isEqualTo(HandGrants.Result.GRANTED);
            assertThat(grants.grant(
                            Plans.ofClerk(agreement, NOVEMBER), person, "SOCIAL", "clerk-7", "attest ziekenfonds"))
                    .isEqualTo(HandGrants.Result.ALREADY);
        }

        SyncReport report = run(agreement, NOVEMBER, new NoGathering());

        assertThat(report.delivered()).isEqualTo(1);
        assertThat(report.noLongerEligible()).as("nobody was asked about").isZero();
        assertThat(city.sandbox().soap().calls()).isEqualTo(asked);
        before.add(child + SCHOOL_YEAR);
        assertThat(enrolled()).isEqualTo(before);
    }

    @Test
    void answersAboutOneChild_asTheDeliverySays() throws Exception {
        Agreement agreement = agreement("ksz-soap");
        TreeSet<String> entitled = expected();
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            QuestionDesk desk = gateway.desks().question(agreement, AUGUST);
            Map<Answer.Verdict, Long> verdicts = new EnumMap<>(Answer.Verdict.class);
            List<String> asked = Stream.concat(
                            entitled.stream().limit(4).map(row -> row.substring(0, row.indexOf(';'))),
                            young().limit(12))
                    .toList();
            for (String child : asked) {
                Answer answer = desk.ask(Insz.of(child, Realm.SANDBOX), AUGUST, "clerk-7");
                verdicts.merge(answer.verdict(), 1L, Long::sum);
                if (answer.verdict() != Answer.Verdict.NOT_DECIDABLE) {
                    assertThat(answer.verdict() == Answer.Verdict.YES)
                            .as(child)
                            .isEqualTo(entitled.contains(child + SCHOOL_YEAR));
                }
            }
            assertThat(verdicts).containsKeys(Answer.Verdict.YES, Answer.Verdict.NO);
        }
    }

    @Test
    void isNotAskedAboutOneChild_whereTheListIsAFile() throws Exception {
        Agreement agreement = agreement("ksz-list");

        assertThatThrownBy(() -> Plans.question(agreement, AUGUST)).hasMessageContaining("agreement.not-asked");
    }

    /** The agreement asking by this way, in a home of its own, which the gateway reads from now on. */
    private Agreement agreement(String via) throws Exception {
        home = Homes.copy(folder.resolve(via));
        Path file = home.resolve("mappings/agreements").resolve(AGREEMENT + ".yaml");
        Files.writeString(file, Files.readString(file).replace("via: ksz-list", "via: " + via));
        return new Agreements(home.resolve("mappings")).load(AGREEMENT);
    }

    private SyncReport sync(Agreement agreement, LocalDate on) throws Exception {
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            return gateway.syncs()
                    .run(
                            gateway.syncs()
                                    .parts(
                                            agreement,
                                            Optional.of(on),
                                            false,
                                            Optional.of(HeusdenZolder.of(city).population())),
                            false,
                            Progress.NONE)
                    .get(0);
        }
    }

    private SyncReport run(Agreement agreement, LocalDate on, Gathering gathering) throws Exception {
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            return gateway.syncs().run(new SyncOffice.Part(agreement, on, gathering), false, Progress.NONE);
        }
    }

    private Settings settings() {
        return city.settings().withHome(home);
    }

    private TreeSet<String> enrolled() throws Exception {
        Path file = city.sandbox().folder().resolve("childcare/tariffs.csv");
        return new TreeSet<>(Files.readAllLines(file).stream().skip(1).toList());
    }

    private long kept(String outcome) {
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            return Inside.database(gateway)
                    .withHandle(handle -> handle.createQuery("select count(*) from decision where outcome = :outcome")
                            .bind("outcome", outcome)
                            .mapTo(Long.class)
                            .one());
        }
    }

    private TreeSet<String> expected() throws Exception {
        return HeusdenZolder.of(city).entitled().stream()
                .map(child -> child + SCHOOL_YEAR)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> young() throws Exception {
        return HeusdenZolder.of(city).young().stream();
    }
}
