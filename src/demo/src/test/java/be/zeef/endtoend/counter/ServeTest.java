package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.cli.Overrides;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.testing.Await;
import java.io.File;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zeef serve} as a process of its own: stopped in the middle of a question, and killed in the middle of one. */
class ServeTest {

    private static final Pattern URL = Pattern.compile("listens on (https://[0-9.:]+)");

    @TempDir
    Path folder;

    private TestCity city;
    private Process served;

    @AfterEach
    void stop() {
        served.destroyForcibly();
        city.close();
    }

    @Test
    void answersWhatIsUnderWay_whenItIsStopped_andLosesNoEntry_whenItIsKilled() throws Exception {
        city = new TestCity(folder, 40, 200);
        Settings settings = city.settings();
        SandboxKeys keys = SandboxKeys.in(city.sandbox().folder().resolve("keys"), Keys.in(settings.keys()));
        String question =
                CounterHouse.question(Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                        .get(1)
                        .substring(0, 11));
        city.sandbox().soap().delay("", Duration.ofMillis(700));

        CompletableFuture<HttpResponse<String>> answer = underWay(keys, question);
        oneHandshakeIsAllThereIs(keys);
        served.destroy(); // SIGTERM
        assertThat(answer.get(150, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).hasSize(64).doesNotContain("not-decidable");
        assertThat(served.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kinds(settings)).contains("ANSWERED");

        city.sandbox().soap().delay("", Duration.ofSeconds(5));
        underWay(keys, question);
        served.destroyForcibly().waitFor();
        List<String> kinds = kinds(settings);
        assertThat(kinds.lastIndexOf("ASKED"))
                .as("the source has the question, so the ledger has it")
                .isGreaterThan(kinds.lastIndexOf("ANSWERED"));
        assertThat(kinds.lastIndexOf("CALL_INTENT")).isGreaterThan(kinds.lastIndexOf("ASKED"));
    }

    /** A client of TLS 1.2 cannot keep the server at handshakes for the price of one connection. */
    private void oneHandshakeIsAllThereIs(SandboxKeys keys) throws Exception {
        Matcher url = URL.matcher(Files.readString(folder.resolve("serve.log")));
        url.find();
        String health = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
        try (RawCaller old = RawCaller.old(keys, url.group(1))) {
            assertThat(old.send(health).read().status()).isEqualTo(200);
            assertThatThrownBy(() -> {
                        old.shakeAgain();
                        old.send(health).read();
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    /** Asks, and comes back when the question has reached the source. */
    private CompletableFuture<HttpResponse<String>> underWay(SandboxKeys keys, String question) throws Exception {
        Path log = folder.resolve("serve.log");
        served = serve(log);
        Await.until("it says where it listens", () -> URL.matcher(Files.readString(log))
                .find());
        Matcher url = URL.matcher(Files.readString(log));
        url.find();
        CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, keys, url.group(1));
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

    private static List<String> kinds(Settings settings) {
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            assertThat(new LedgerVerifier(storage.jdbi()).verify().holds()).isTrue();
            assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
            return storage.jdbi().withHandle(handle -> handle.createQuery("select kind from ledger_entry order by id")
                    .mapTo(String.class)
                    .list());
        }
    }

    private Process serve(Path log) throws Exception {
        Path config = folder.resolve("zeef.yaml");
        Map<String, Object> all = Overrides.over(city.overrides(), Map.of("counter", Map.of("port", 0)));
        Files.writeString(config, Json.of(all));
        return new ProcessBuilder(ZeefProcess.command("serve", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(new File("").getAbsoluteFile())
                .start();
    }
}
