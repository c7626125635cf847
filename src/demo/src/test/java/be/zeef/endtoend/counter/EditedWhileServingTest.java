package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.testing.Await;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is edited while the counter serves is taken up by the next start, as a whole: no decision names another version. */
class EditedWhileServingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private TestCity city;
    private Path home;
    private Settings settings;
    private SandboxKeys far;

    @BeforeEach
    void start() {
        city = new TestCity(folder.resolve("data"), 60, 500);
        home = Homes.copy(folder.resolve("home"));
        Map<String, Object> all = city.overrides();
        Map<String, Object> counter = new HashMap<>(Map.of("perMinute", 1000));
        counter.putAll(mapped(all.get("counter")));
        counter.put("port", 0);
        all.put("counter", counter);
        all.put("home", home.toString());
        settings = SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
        far = SandboxKeys.in(city.sandbox().folder().resolve("keys"), Keys.in(settings.keys()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapped(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void shouldDecideByWhatItNames() throws Exception {
        String before = version();
        try (Gateway gateway = new Gateway(settings, Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, far, counter.url());
            String person = entitled(client);
            assertThat(health(client)).isEqualTo("up");

            edit();

            // another day makes a new desk
            String question = "{\"insz\":\"" + person + "\",\"on\":\"2026-07-17\"}";
            HttpResponse<String> answer = client.ask(question);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"yes\"").contains("-04-30");
            // what health tells may be half a second old
            Await.until("the edit is told", () -> health(client).equals("changed"));
            assertThat(versions(gateway, "ASKED")).containsOnly(before);
            assertThat(versions(gateway, "ANSWERED")).containsOnly(before);
            JsonNode started =
                    JSON.readTree(client.send(client.to("/health").GET()).body());
            assertThat(started.path("ready").asBoolean()).isTrue();
        }
        String after = version();
        assertThat(after).isNotEqualTo(before);
        try (Gateway gateway = new Gateway(settings, Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, far, counter.url());
            assertThat(client.ask(CounterHouse.question(truth())).body()).contains("\"no\"");
            assertThat(versions(gateway, "ANSWERED")).endsWith(after);
            assertThat(health(client)).isEqualTo("up");
        }
    }

    @Test
    void shouldNameTheVersion_inDecisionsGrantsAndDeliveries() throws Exception {
        Agreements all = new Agreements(home.resolve("mappings"));
        try (Gateway gateway = new Gateway(settings, Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, far, counter.url());
            String person = entitled(client);
            Agreement uitpas = all.load("gent-uitpas");
            LocalDate on = LocalDate.parse(CounterHouse.ON);
            gateway.desks().grant(uitpas, on).grant(Insz.of(person, Realm.SANDBOX), on, "clerk-7", "");
            assertThat(versions(gateway, "DELIVERY_INTENT")).containsOnly(uitpas.version());
        }
        Agreement bags = all.load("gent-huisvuilzakken");
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            gateway.syncs()
                    .run(bags, city.population(), LocalDate.parse(CounterHouse.ON), false, be.zeef.run.Progress.NONE);
            assertThat(versions(gateway, "DECIDED")).containsExactly(bags.version());
            assertThat(versions(gateway, "DELIVERY_PACKED")).containsExactly(bags.version());
        }
    }

    private String version() {
        return new Agreements(home.resolve("mappings")).load("gent-uitpas").version();
    }

    /** From now on nobody is entitled, and a yes would end on another day. */
    private void edit() throws Exception {
        Path rule = home.resolve("mappings/rules/gent-uitpas.dmn");
        Files.writeString(rule, Files.readString(rule).replace("\"ELIGIBLE\"", "\"NOT_ELIGIBLE\""));
        Path agreement = home.resolve("mappings/agreements/gent-uitpas.yaml");
        String text = Files.readString(agreement);
        assertThat(text).contains("until: {day: 30,");
        Files.writeString(agreement, text.replace("until: {day: 30,", "until: {day: 29,"));
    }

    private String truth() throws Exception {
        return people().get(0);
    }

    private String entitled(CounterClient client) throws Exception {
        String any = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                .get(1)
                .substring(0, 11);
        client.ask(CounterHouse.question(any)); // makes the people
        for (String person : people()) {
            if (client.ask(CounterHouse.question(person)).body().contains("\"yes\"")) {
                return person;
            }
        }
        throw new AssertionError("a city of this seed has such people");
    }

    /** Those of Ghent with the status. */
    private List<String> people() throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city/people.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(person -> person[4].equals("44021") && Rights.run(person[5], LocalDate.parse(CounterHouse.ON)))
                .map(person -> person[0])
                .toList();
    }

    private static String health(CounterClient client) throws Exception {
        return JSON.readTree(client.send(client.to("/health").GET()).body())
                .at("/checks/agreements")
                .asText();
    }

    private static List<String> versions(Gateway gateway, String kind) {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select body from ledger_entry where kind = :kind order by id")
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(EditedWhileServingTest::version)
                .toList();
    }

    private static String version(String body) {
        try {
            return JSON.readTree(body).path("version").asText("none");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
