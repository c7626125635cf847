package be.zeef.endtoend.counter;

import static be.zeef.endtoend.counter.CounterContract.CONTRACT;
import static be.zeef.endtoend.counter.CounterContract.JSON;
import static be.zeef.endtoend.counter.CounterContract.holds;
import static be.zeef.endtoend.counter.CounterContract.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the counter answers over HTTPS with client certificates, held against its contract. Tokens: {@link CounterTokensTest}. */
public class CounterApiTest {

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static CounterClient demo;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of("callers", CounterHouse.CALLERS));
        demo = house.asDemo();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @AfterEach
    void behave() {
        house.sandbox().soap().behave();
    }

    @Test
    void answersYesNoAndNotDecidable_inOneShape() throws Exception {
        HttpResponse<String> yes =
                demo.ask(CounterHouse.question(house.entitled().get(0)));
        HttpResponse<String> no =
                demo.ask(CounterHouse.question(house.elsewhere().get(0)));
        house.sandbox().soap().answerWith(2, "60006", "FOUT", 100);
        HttpResponse<String> open =
                demo.ask(CounterHouse.question(house.entitled().get(0)));

        assertThat(JSON.readTree(yes.body())).isEqualTo(JSON.readTree("{\"answer\":\"yes\",\"until\":\"2027-04-30\"}"));
        assertThat(JSON.readTree(no.body())).isEqualTo(JSON.readTree("{\"answer\":\"no\",\"until\":null}"));
        assertThat(JSON.readTree(open.body()))
                .isEqualTo(JSON.readTree("{\"answer\":\"not-decidable\",\"until\":null}"));
        for (HttpResponse<String> answer : List.of(yes, no, open)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).hasSize(64);
            assertThat(answer.headers().map()).isEqualTo(yes.headers().map());
            assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
            holds("Answer", answer);
        }
    }

    /** Entered at the command line while the counter is open. */
    @Test
    void saysThatAPersonObjected_fromTheMomentOnThatItIsEntered_untilItIsWithdrawn() throws Exception {
        String person = house.entitled().get(0);
        assertThat(objection("enter", person).code()).isZero();

        HttpResponse<String> objected = demo.ask(CounterHouse.question(person));
        HttpResponse<String> granted = grant(CounterHouse.question(person));
        assertThat(objection("withdraw", person).code()).isZero();
        HttpResponse<String> withdrawn = demo.ask(CounterHouse.question(person));

        assertThat(JSON.readTree(objected.body()))
                .isEqualTo(JSON.readTree("{\"answer\":\"not-decidable\",\"until\":null,\"objected\":true}"));
        assertThat(objected.body()).hasSize(64);
        holds("Answer", objected);
        assertThat(JSON.readTree(granted.body()).path("grant").asText()).isEqualTo("not-granted");
        assertThat(JSON.readTree(granted.body()).path("objected").asBoolean()).isTrue();
        holds("Granted", granted);
        assertThat(JSON.readTree(withdrawn.body()).path("answer").asText()).isEqualTo("yes");
    }

    private static CommandSaid objection(String act, String person) throws IOException {
        Path config = folder.resolve("objection.yaml");
        Files.writeString(config, Json.of(house.city.overrides()));
        CommandSaid said = CommandSaid.reading(
                person + "\n",
                ("objection " + act + " - --agreement gent-uitpas --kind objection --by dpo --reason letter --config "
                                + config)
                        .split(" "));
        assertThat(said.text()).doesNotContain(person);
        return said;
    }

    @Test
    void grantsAYesAtUitpas_andTellsInOneShapeWhatBecameOfIt() throws Exception {
        Set<String> seen = new HashSet<>();
        for (String insz : house.entitled()) {
            HttpResponse<String> granted = grant(CounterHouse.question(insz));
            holds("Granted", granted);
            assertThat(granted.body()).hasSize(160);
            assertThat(JSON.readTree(granted.body()).get("answer").textValue()).isEqualTo("yes");
            seen.add(JSON.readTree(granted.body()).get("grant").textValue());
        }
        assertThat(seen).contains("granted").isSubsetOf("granted", "already", "not-possible");
        long writes = house.sandbox().uitpas().writes();

        HttpResponse<String> none =
                grant(CounterHouse.question(house.elsewhere().get(0)));

        holds("Granted", none);
        assertThat(none.body()).hasSize(160);
        assertThat(JSON.readTree(none.body()))
                .isEqualTo(JSON.readTree("{\"answer\":\"no\",\"until\":null,\"grant\":\"not-granted\",\"code\":\"\"}"));
        assertThat(house.sandbox().uitpas().writes()).isEqualTo(writes);
        String first = house.entitled().get(0);
        isProblem(grant("{\"insz\":\"" + first + "\",\"card\":\"12\"}"), 400, "card");
    }

    private static HttpResponse<String> grant(String body) throws Exception {
        return demo.send(demo.to("/api/v1/agreements/gent-uitpas/grants")
                .header("Content-Type", "application/json")
                .header(CounterClient.CLERK, "clerk-7")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void writesWhoAsks_beforeAnyoneIsAsked() throws Exception {
        String insz = house.entitled().get(0);
        demo.ask(CounterHouse.question(insz));
        List<String> entries = house.ledger();
        int asked = last(entries, "ASKED ");
        assertThat(entries.get(asked)).contains("\"clerk\":\"demo-counter/clerk-7\"");
        assertThat(last(entries, "CALL_INTENT ")).isGreaterThan(asked);
        assertThat(entries).noneMatch(entry -> entry.contains(insz));
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        for (String[] language : new String[][] {
            {"nl-BE, en;q=0.5", "nl", "geen elf cijfers"},
            {"fr", "fr", "pas de onze chiffres"},
            {"de", "en", "not eleven digits"},
            {"*;;", "en", "not eleven digits"}
        }) {
            HttpResponse<String> refused = demo.send(demo.question("gent-uitpas", "{\"insz\":\"1\"}")
                    .header(CounterClient.CLERK, "clerk-7")
                    .header("Accept-Language", language[0]));
            assertThat(refused.headers().firstValue("content-language")).contains(language[1]);
            assertThat(refused.body()).contains(language[2]);
        }
    }

    @Test
    void isRoutedAsItsContractSays() throws Exception {
        Set<String> promised = new HashSet<>();
        CONTRACT.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> promised.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> routed = new HashSet<>();
        new YAMLMapper().readTree(Path.of("routes/counter.yaml").toFile()).forEach(route -> {
            JsonNode from = route.at("/route/from");
            routed.add(from.at("/parameters/httpMethodRestrict").textValue() + " "
                    + from.get("uri").textValue().replace("platform-http:", ""));
        });
        assertThat(routed).isEqualTo(promised);
    }

    @Test
    void keepsNumbersOutOfTheLog() throws Exception {
        String insz = house.entitled().get(0);
        house.sandbox().soap().answerWith(1, "99999", "FOUT", 100);
        demo.ask(CounterHouse.question(insz));
        Path log = Path.of("target/logs/zeef.log");
        assertThat(Files.exists(log) ? Files.readAllLines(log) : new ArrayList<String>())
                .noneMatch(line -> line.contains(insz));
    }

    private static int last(List<String> entries, String start) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no entry " + start);
    }
}
