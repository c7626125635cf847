package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.cli.text.Json;
import be.zeef.counter.Counter;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.counter.CounterClient;
import be.zeef.ledger.HaltedException;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an officer suspends stops wherever it is, and goes on from there when it is resumed: the counter, a run over a list, a run that
 * asks about people one by one, what a clerk enters.
 */
class SuspendedAgreementTest {

    private static final String REASON = "--reason=a source errs";

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Settings settings;
    private static Path config;

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder.resolve("data"), 30, 400);
        Map<String, Object> all = city.overrides();
        @SuppressWarnings("unchecked")
        Map<String, Object> counter = new HashMap<>((Map<String, Object>) all.get("counter"));
        counter.put("port", 0);
        all.put("counter", counter);
        config = Files.writeString(folder.resolve("zeef.yaml"), Json.of(all));
        settings = SettingsFile.read(config, Map.of());
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static CommandSaid zeef(String... words) {
        return CommandSaid.of(
                Stream.concat(Stream.of(words), Stream.of("--config=" + config)).toArray(String[]::new));
    }

    private static void act(String act, String agreement, String officer) {
        Path officers = city.sandbox().folder().resolve("officers");
        CommandSaid said = zeef(
                "agreement",
                act,
                agreement,
                REASON,
                "--key=" + officers.resolve(officer + ".p12"),
                "--password-file=" + officers.resolve(officer + ".password"));
        assertThat(said.code()).as(said.text()).isZero();
    }

    private static Agreement agreement(String id) {
        return new Agreements(Path.of("mappings")).load(id);
    }

    @Test
    void refusesAtTheCounter_untilItIsResumed() throws Exception {
        SandboxKeys far = SandboxKeys.in(city.sandbox().folder().resolve("keys"), Keys.in(settings.keys()));
        String body = "{\"insz\":\"" + anyone() + "\"}";
        try (Gateway gateway = new Gateway(settings, Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, far, counter.url());
            assertThat(ask(client, "questions", body).statusCode()).isEqualTo(200);

            act("suspend", "gent-uitpas", "els");
            for (String asked : new String[] {"questions", "grants"}) {
                HttpResponse<String> refused = ask(client, asked, body);
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.body()).contains("counter:halted").doesNotContain("a source errs");
            }
            assertThat(zeef("agreement", "list", "gent-uitpas").text()).startsWith("suspended ");
            CommandSaid asked = zeef("ask", "gent-uitpas", anyone(), "--clerk=an");
            assertThat(asked.code()).as(asked.text()).isEqualTo(1);
            assertThat(asked.text()).contains("standing.suspended", "els", "a source errs");

            act("resume", "gent-uitpas", "omar");
            assertThat(ask(client, "questions", body).statusCode()).isEqualTo(200);
        }
        assertThat(zeef("agreement", "list", "gent-uitpas").text())
                .as("the sandbox asks for no approvals")
                .startsWith("draft ");
        assertThat(zeef("ledger", "verify").code()).isZero();
    }

    private static HttpResponse<String> ask(CounterClient client, String what, String body) throws Exception {
        return client.send(client.to("/api/v1/agreements/gent-uitpas/" + what)
                .header("Content-Type", "application/json")
                .header(CounterClient.CLERK, "clerk-7")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String anyone() throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                .get(1)
                .substring(0, 11);
    }

    @Test
    void stopsARunWhereItIs_andGoesOnFromThere() throws Exception {
        act("suspend", TestCity.AGREEMENT, "els");
        CommandSaid refused = zeef("sync", TestCity.AGREEMENT, "--on=2026-07-16");
        assertThat(refused.code()).as(refused.text()).isEqualTo(1);
        assertThat(refused.text()).contains("standing.suspended");
        act("resume", TestCity.AGREEMENT, "els");

        halted("delivering");
        assertThat(city.credited()).as("nothing left").isEmpty();
        act("resume", TestCity.AGREEMENT, "omar");

        SyncReport report = bags(true, Progress.NONE);
        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(report.delivered()).isPositive();
        assertThat(city.credited()).hasSize((int) report.delivered());
    }

    /** It is suspended when the run comes to this step. */
    private static void halted(String step) {
        assertThatThrownBy(() -> bags(false, new Suspends(TestCity.AGREEMENT, step)))
                .isInstanceOf(HaltedException.class);
    }

    private static SyncReport bags(boolean resume, Progress progress) throws Exception {
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            return gateway.syncs()
                    .run(agreement(TestCity.AGREEMENT), city.population(), LocalDate.of(2026, 7, 16), resume, progress);
        }
    }

    /** Whoever was being asked about when it was suspended is asked about again: nobody stays undetermined for it. */
    @Test
    void decidesAboutNobodyMeanwhile() throws Exception {
        assertThatThrownBy(() -> pupils(false, new Suspends("gent-onderwijs", "")))
                .isInstanceOf(HaltedException.class);
        act("resume", "gent-onderwijs", "omar");

        SyncReport report = pupils(true, Progress.NONE);
        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(report.causes().keySet())
                .as("as in a run that nobody suspended")
                .isSubsetOf("position", "missing");
    }

    private static SyncReport pupils(boolean resume, Progress progress) throws Exception {
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            Path file = city.sandbox().folder().resolve("city/pupils.csv");
            return gateway.syncs().run(agreement("gent-onderwijs"), file, LocalDate.of(2026, 3, 1), resume, progress);
        }
    }

    @Test
    void takesNothingThatAClerkEnters_whenItIsRevoked() throws Exception {
        act("revoke", "heusden-zolder-kinderopvang", "els");
        String child = Files.readAllLines(city.sandbox().folder().resolve("heusden-zolder/truth.csv"))
                .get(1)
                .substring(0, 11);

        CommandSaid said = zeef("grant", "heusden-zolder-kinderopvang", child, "--reason=a paper", "--by=clerk-7");
        assertThat(said.code()).as(said.text()).isEqualTo(1);
        assertThat(said.text()).contains("standing.revoked");
        Path officers = city.sandbox().folder().resolve("officers");
        CommandSaid resumed = zeef(
                "agreement",
                "resume",
                "heusden-zolder-kinderopvang",
                REASON,
                "--key=" + officers.resolve("els.p12"),
                "--password-file=" + officers.resolve("els.password"));
        assertThat(resumed.code()).isEqualTo(1);
        assertThat(resumed.text()).contains("standing.revoked-already");
        assertThat(zeef("agreement", "list", "heusden-zolder-kinderopvang", "--json")
                        .text())
                .contains("\"state\":\"revoked\"", "\"by\":\"els\"");
    }

    /**
     * An officer suspends the agreement, once.
     *
     * @param when a run comes to this step; empty for after the first of whom it asks about
     */
    private record Suspends(String agreement, String when, AtomicBoolean done) implements Progress {

        Suspends(String agreement, String when) {
            this(agreement, when, new AtomicBoolean());
        }

        @Override
        public void step(String name, long total) {
            if (name.equals(when)) {
                suspend();
            }
        }

        @Override
        public void advance(long count) {
            if (when.isEmpty()) {
                suspend();
            }
        }

        private void suspend() {
            if (done.compareAndSet(false, true)) {
                act("suspend", agreement, "els");
            }
        }

        @Override
        public void note(String text) {}
    }
}
