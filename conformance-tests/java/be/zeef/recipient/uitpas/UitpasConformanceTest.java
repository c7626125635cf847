package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.uitpas.Seen;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.subject.Insz;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request we make of UiTPAS, and every answer the sandbox gives, held against the published OpenAPI document. */
class UitpasConformanceTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 4, 30);
    private static final String NOBODY = "0".repeat(11);

    @TempDir
    Path folder;

    @Test
    void keepsToTheContract_onEveryWayAGrantCanGo() throws Exception {
        UitpasContract contract = UitpasContract.read();
        List<Seen> seen = new CopyOnWriteArrayList<>();
        try (TariffCity city = new TariffCity(folder)) {
            city.server.watch(seen::add);
            UitpasTariffs tariffs = city.tariffs();
            for (Insz person : everyKind(city)) {
                tariffs.grant(person, UNTIL);
                tariffs.current(person);
            }
            tariffs.grant(city.withoutTariff(), UNTIL, "0930000000001");
            tariffs.grant(city.withoutTariff(), UNTIL, "0560000000001");
            city.server.misbehave(UitpasMisbehaviour.NOT_POSSIBLE, 1);
            tariffs.grant(city.withoutTariff(), UNTIL);
            city.server.misbehave(UitpasMisbehaviour.REVOKES_TOKEN, 1);
            city.server.misbehave(UitpasMisbehaviour.STRING_STATUS, 1);
            tariffs.current(city.withoutPass());
            tariffs.missingPermissions();
            others(city, tokenOf(city));
        }
        TreeSet<String> findings = new TreeSet<>();
        TreeSet<String> operations = new TreeSet<>();
        for (Seen each : seen) {
            findings.addAll(contract.findings(each));
            operations.add(each.method() + " " + each.status());
        }
        // the contract's own example of a pass writes its end date without an offset, against its own format; so do we
        assertThat(findings).containsExactly("GET /passes 200: /socialTariff/endDate format");
        assertThat(operations).contains("GET 200", "GET 400", "GET 401", "GET 404", "POST 201", "POST 400", "PUT 204");
    }

    @Test
    void findsWhatIsWrong_soThatSilenceMeansSomething() throws Exception {
        UitpasContract contract = UitpasContract.read();
        String membership = "/passholders/x/memberships/9";

        assertThat(contract.findings(
                        seen("POST", membership, "", "{\"cardType\": \"WOODEN\", \"colour\": \"red\"}", 201)))
                .hasSize(3)
                .anyMatch(finding -> finding.contains("/cardType enum"))
                .anyMatch(finding -> finding.contains("required"))
                .anyMatch(finding -> finding.contains("/colour: not declared"));
        assertThat(contract.findings(seen("GET", "/passes", "number=" + NOBODY, "", 404)))
                .anyMatch(finding -> finding.contains("parameter identifier is missing"))
                .anyMatch(finding -> finding.contains("no parameter number"))
                .noneMatch(finding -> finding.contains(NOBODY));
        assertThat(contract.findings(seen("PUT", "/passholders/x", "", "{\"points\": 3}", 204)))
                .anyMatch(finding -> finding.contains("readOnly"));
        assertThat(contract.findings(seen("GET", "/nothing", "", "", 200))).hasSize(1);
    }

    private static Seen seen(String method, String path, String query, String body, int status) {
        byte[] nothing = status == 404 ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new Seen(
                method,
                path,
                query,
                body.getBytes(StandardCharsets.UTF_8),
                status,
                "application/problem+json",
                nothing);
    }

    private static List<Insz> everyKind(TariffCity city) {
        List<Insz> people = new ArrayList<>(List.of(
                city.withoutPass(),
                city.withoutTariff(),
                city.withTariff("ACTIVE", "2027-04-30"),
                city.withTariff("ACTIVE", "2026-12-31"),
                city.withTariff("ACTIVE", "2026-04-30"),
                city.withTariff("EXPIRED", "2025-04-30")));
        people.add(city.person(held -> TariffCity.usable(held) && TariffCity.physical(held)));
        people.add(city.person(held -> TariffCity.membership(held)
                .path("currentCard")
                .path("status")
                .asText()
                .equals("BLOCKED")));
        people.add(city.person(
                held -> TariffCity.membership(held).path("status").asText().equals("BLOCKED")));
        people.add(city.person(held ->
                TariffCity.membership(held).path("cardSystem").path("id").asInt() == 10));
        return people;
    }

    /** What the sandbox offers to other clients and we do not ask. */
    private static void others(TariffCity city, String token) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(city.trusting()).build();
        String insz = city.withTariff("ACTIVE", "2027-04-30").digits();
        for (String path :
                List.of("/card-systems", "/passholders?inszNumber=" + insz, "/cards/social-tariff/9/active")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(city.server.url() + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static String tokenOf(TariffCity city) throws Exception {
        String form = "grant_type=client_credentials&client_id=zeef&client_secret=" + city.secret();
        HttpClient client = HttpClient.newBuilder().sslContext(city.trusting()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(city.server.tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(body).path("access_token").asText();
    }
}
