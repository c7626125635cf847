package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Overrides;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.ApprovalHouse;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.storage.Storage;
import be.zeef.testing.Await;
import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command works beside a running {@code zeef serve}, which has the database to itself, and nobody's question is disturbed. */
class BesideServiceTest {

    private static final Pattern URL = Pattern.compile("listens on (https://[0-9.:]+)");

    /** With the exit code of each: of two people of the city the source says nothing, so its sync is not complete. */
    private static final List<Map.Entry<String, Integer>> COMMANDS = List.of(
            Map.entry("agreement list", 0),
            Map.entry("sync gent-huisvuilzakken --on 2026-07-16", 1),
            Map.entry("open gent-huisvuilzakken", 0),
            Map.entry("claim list heusden-zolder-lidgeld --year 2026", 0),
            Map.entry("payment list --agreement wingene-geboortepremie", 0),
            Map.entry("payment open --agreement wingene-geboortepremie", 0),
            Map.entry("objection list", 0),
            Map.entry("report gent-huisvuilzakken --format json", 0),
            Map.entry("ledger seal", 0),
            Map.entry("ledger prune", 0),
            Map.entry("ledger verify", 0));

    @TempDir
    Path folder;

    private TestCity city;
    private Process served;
    private Path config;
    private String url;

    @BeforeEach
    void serve() throws Exception {
        city = new TestCity(folder, 40, 200);
        config = folder.resolve("zeef.yaml");
        Files.writeString(config, Json.of(Overrides.over(city.overrides(), Map.of("counter", Map.of("port", 0)))));
        Path log = folder.resolve("serve.log");
        served = new ProcessBuilder(ZeefProcess.command("serve", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(new File("").getAbsoluteFile())
                .start();
        Await.until("it says where it listens", () -> URL.matcher(Files.readString(log))
                .find());
        Matcher said = URL.matcher(Files.readString(log));
        said.find();
        url = said.group(1);
    }

    @AfterEach
    void stop() {
        served.destroyForcibly();
        city.close();
    }

    private CompletableFuture<HttpResponse<String>> question() throws Exception {
        SandboxKeys keys = SandboxKeys.in(
                city.sandbox().folder().resolve("keys"), Keys.in(city.settings().keys()));
        String question =
                CounterHouse.question(Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                        .get(1)
                        .substring(0, 11));
        CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, keys, url);
        long calls = city.sandbox().soap().calls();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.ask(question);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Await.until("a source has been asked", () -> city.sandbox().soap().calls() > calls);
        return answer;
    }

    @Test
    void everyCommandIsRun_whileACounterWaits_andAloneAfterwards() throws Exception {
        city.sandbox().soap().delay("", Duration.ofSeconds(8));
        CompletableFuture<HttpResponse<String>> answer = question();
        city.sandbox().soap().delay("", Duration.ZERO);

        for (Map.Entry<String, Integer> command : COMMANDS) {
            ApprovalHouse.Said said =
                    ApprovalHouse.said(config, command.getKey().split(" "));
            assertThat(said.code()).as(command.getKey() + ": " + said.text()).isEqualTo(command.getValue());
        }
        assertThat(answer.get(150, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        ApprovalHouse.Said typed = ApprovalHouse.said(config, "sync", "gent-huisvuilzakken", "--on", "2026-13-01");
        assertThat(typed.code()).isEqualTo(2);

        served.destroy(); // SIGTERM
        assertThat(served.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(CommandSaid.of("ledger", "verify", "--config=" + config).code())
                .isZero();
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            long given = storage.jdbi().withHandle(handle -> handle.createQuery(
                            "select count(*) from ledger_entry where body like '%NOT_KNOWN%'")
                    .mapTo(Long.class)
                    .one());
            assertThat(given)
                    .as("intents of the counter that a command took for a dead process'")
                    .isZero();
        }
    }

    @Test
    void aServiceThatIsKilledLeavesNothingInTheWay() throws Exception {
        assertThat(ApprovalHouse.said(config, "ledger", "verify").code()).isZero();
        served.destroyForcibly().waitFor();

        ApprovalHouse.Said alone = ApprovalHouse.said(config, "ledger", "verify");
        assertThat(alone.code()).as(alone.text()).isZero();
    }
}
