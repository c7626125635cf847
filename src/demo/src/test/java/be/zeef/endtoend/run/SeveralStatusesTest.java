package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.HeusdenZolder;
import be.zeef.endtoend.city.TestCity;
import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.city.Span;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.subject.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list asked for several statuses at once: any of them, or all of them, in MAGDA's files and of the KSZ itself. */
class SeveralStatusesTest {

    private static final String AGREEMENT = "heusden-zolder-kinderopvang";
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 20);
    private static final String OTHER = "ANDER_STATUUT";

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
    void grantsWhoHasAnyOfThem_orOnlyWhoHasAll_throughTheList() throws Exception {
        TreeSet<String> first = granted("one", "name: BIM_BVT", "ksz-list");
        String without = HeusdenZolder.of(city).young().stream()
                .filter(child -> !first.contains(child))
                .findFirst()
                .orElseThrow();
        String with = first.first();
        teach(without, with);

        TreeSet<String> any = granted("any", "anyOf: [BIM_BVT, " + OTHER + "]", "ksz-list");
        TreeSet<String> all = granted("all", "allOf: [BIM_BVT, " + OTHER + "]", "ksz-list");

        assertThat(all).containsExactly(with);
        first.add(without);
        assertThat(any).isEqualTo(first);
    }

    @Test
    void grantsTheSame_throughTheKszItself_andAnswersSo() throws Exception {
        TreeSet<String> first = granted("one", "name: BIM_BVT", "ksz-soap");
        String without = HeusdenZolder.of(city).young().stream()
                .filter(child -> !first.contains(child))
                .findFirst()
                .orElseThrow();
        String with = first.first();
        String never = HeusdenZolder.of(city).young().stream()
                .filter(child -> !first.contains(child) && !child.equals(without))
                .findFirst()
                .orElseThrow();
        teach(without, with);

        assertThat(granted("all", "allOf: [BIM_BVT, " + OTHER + "]", "ksz-soap"))
                .containsExactly(with);
        assertThat(answer("any-asked", "anyOf: [BIM_BVT, " + OTHER + "]", without))
                .isEqualTo(Answer.Verdict.YES);
        assertThat(answer("any-asked-too", "anyOf: [BIM_BVT, " + OTHER + "]", never))
                .isEqualTo(Answer.Verdict.NO);
        assertThat(answer("all-asked", "allOf: [BIM_BVT, " + OTHER + "]", without))
                .isEqualTo(Answer.Verdict.NO);
    }

    /** These have the other status all year. */
    private void teach(String... children) {
        Span year = new Span(LocalDate.of(2026, 1, 1), Optional.empty());
        city.sandbox()
                .magdaFiles()
                .buffer()
                .learn(OTHER, Map.of(Long.parseLong(children[0]), year, Long.parseLong(children[1]), year));
    }

    /** Who is granted in a fresh database, with this in the place of the one status. */
    private TreeSet<String> granted(String name, String status, String via) throws Exception {
        Path home = home(name, status, via);
        try (Gateway gateway = new Gateway(settings(home, name), Today.wallClock())) {
            SyncReport report = gateway.syncs()
                    .run(
                            gateway.syncs()
                                    .parts(
                                            agreement(home),
                                            Optional.of(AUGUST),
                                            false,
                                            Optional.of(HeusdenZolder.of(city).population()))
                                    .get(0),
                            false,
                            Progress.NONE);
            assertThat(report.done()).as("%s", report).isTrue();
            return holders(gateway);
        }
    }

    private Answer.Verdict answer(String name, String status, String child) throws Exception {
        Path home = home(name, status, "ksz-soap");
        try (Gateway gateway = new Gateway(settings(home, name), Today.wallClock())) {
            QuestionDesk desk = gateway.desks().question(agreement(home), AUGUST);
            return desk.ask(Insz.of(child, Realm.SANDBOX), AUGUST, "clerk-7").verdict();
        }
    }

    private TreeSet<String> holders(Gateway gateway) {
        Vault vault = new PeopleAtRest(Keys.in(city.settings().keys()), AGREEMENT).vault();
        return Inside.database(gateway).withHandle(handle -> handle.createQuery("select vault from grants")
                .map((row, context) -> vault.open(row.getBytes(1)).digits())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Path home(String name, String status, String via) throws Exception {
        Path home = Homes.copy(folder.resolve(name));
        Path file = home.resolve("mappings/agreements").resolve(AGREEMENT + ".yaml");
        Files.writeString(
                file,
                Files.readString(file).replace("via: ksz-list", "via: " + via).replace("name: BIM_BVT", status));
        return home;
    }

    private Settings settings(Path home, String name) {
        Map<String, Object> all = city.overrides();
        all.put("database", Map.of("url", "jdbc:h2:file:" + folder.resolve("database-" + name)));
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), all).withHome(home);
    }

    private static Agreement agreement(Path home) {
        return new Agreements(home.resolve("mappings")).load(AGREEMENT);
    }
}
