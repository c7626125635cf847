package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.demo.DemoClaims;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims at the counter's API, as its contract says. */
class CounterClaimTest {

    private static final String LIDGELD = "heusden-zolder-lidgeld";
    private static final LocalDate ON = LocalDate.parse(CounterHouse.ON);

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static String child;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(
                folder,
                400,
                Map.of(
                        "callers",
                        List.of(Map.of(
                                "name", "demo-counter",
                                "certificate", "O=Zeef Sandbox,CN=demo-counter",
                                "client", "demo-counter",
                                "agreements", List.of("gent-uitpas", LIDGELD)))));
        child = DemoClaims.children(house.sandbox().folder().resolve("heusden-zolder/truth.csv"), ON, line -> true)
                .get(0)
                .digits();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static HttpResponse<String> send(
            String agreement, String amount, String association, String year, String form) throws Exception {
        String body =
                "{\"insz\":\"%s\",\"on\":\"%s\",\"amount\":\"%s\",\"association\":\"%s\",\"year\":\"%s\",\"reference\":\"%s\"}"
                        .formatted(child, CounterHouse.ON, amount, association, year, form);
        return house.asDemo()
                .send(house.asDemo()
                        .to("/api/v1/agreements/" + agreement + "/claims")
                        .header("Content-Type", "application/json")
                        .header(CounterClient.CLERK, "clerk-7")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void tellsWhatBecameOfIt_andTheSameAgain() throws Exception {
        HttpResponse<String> first = send(LIDGELD, "85.00", "zwemclub", "2025", "F-1");
        HttpResponse<String> again = send(LIDGELD, "85,00", "zwemclub", "2025", "F-1");

        for (HttpResponse<String> answer : List.of(first, again)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body().getBytes(StandardCharsets.US_ASCII)).hasSize(160);
            CounterContract.holds("Claimed", answer);
        }
        assertThat(again.body().strip())
                .isEqualTo(first.body().strip().replace("\"repeated\":false", "\"repeated\":true"));
        assertThat(house.ledger())
                .filteredOn(entry -> entry.startsWith("CLAIM_INTENT"))
                .isNotEmpty()
                .allMatch(entry -> entry.contains("demo-counter/clerk-7") && !entry.contains(child));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00,zwemclub,2025,F-2,claim:amount,/amount",
        "85.001,zwemclub,2025,F-2,claim:amount,/amount",
        "99999,zwemclub,2025,F-2,claim:amount,/amount",
        "85.00,nobody,2025,F-2,claim:association-unknown,/association",
        "85.00,zwemclub,2027,F-2,claim:year-early,/year",
        "85.00,zwemclub,2020,F-2,claim:year-late,/year",
        "85.00,zwemclub,20,F-2,claim:year,/year",
        "85.00,zwemclub,2025,15610100136,claim:reference-number,/reference",
        "85.00,zwemclub,2025,F_2,claim:reference-shape,/reference"
    })
    void isRefused_andNothingIsKept(
            String amount, String association, String year, String form, String code, String pointer) throws Exception {
        HttpResponse<String> refused = send(LIDGELD, amount, association, year, form);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        CounterContract.holds("Problem", refused);
        assertThat(refused.body()).contains("urn:zeef:problem:" + code + "\"", "\"pointer\":\"" + pointer + "\"");
    }

    @Test
    void isNotFound_whereNothingIsClaimed() throws Exception {
        HttpResponse<String> refused = send("gent-uitpas", "85.00", "zwemclub", "2025", "F-2");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("counter:not-claimed-here");
    }
}
