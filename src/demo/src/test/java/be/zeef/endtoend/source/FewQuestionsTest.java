package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is asked about more than is needed: once per run and service, and not before being inscribed. */
class FewQuestionsTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final String REGISTER = "RegistreerInschrijving";

    @TempDir
    Path folder;

    @Test
    void aParentIsAskedAboutOncePerService_howeverManyChildrenThereAre_andIsInscribedFirst() throws Exception {
        try (TestCity city = new TestCity(folder, 150, 400)) {
            SyncReport report = sync(city);
            assertThat(report.eligible()).isPositive();

            List<JsonNode> intents = bodies(city, "CALL_INTENT");
            List<String> questions = intents.stream()
                    .map(body -> body.path("service").asText() + " "
                            + body.path("subject").asText())
                    .toList();
            assertThat(questions).isNotEmpty().doesNotHaveDuplicates();
            assertThat(bodies(city, "CALL_OUTCOME"))
                    .extracting(body -> body.path("code").asText())
                    .as("nobody was asked about in vain")
                    .doesNotContain("40003");

            Map<String, Set<String>> byService = intents.stream()
                    .collect(Collectors.groupingBy(
                            body -> body.path("service").asText().replaceAll("-.*", ""),
                            Collectors.mapping(body -> body.path("subject").asText(), Collectors.toSet())));
            Set<String> everyone =
                    intents.stream().map(body -> body.path("subject").asText()).collect(Collectors.toSet());
            assertThat(byService.get(REGISTER)).isEqualTo(everyone);
            assertThat(byService.get("GeefGezinssamenstelling")).hasSize((int) report.asked());
            Set<String> parents = byService.get("GeefLeefloonperiodes");
            assertThat(byService.get("GeefAanslagbiljetPersonenbelasting"))
                    .as("the income of those only of whom nobody has a living wage")
                    .isSubsetOf(parents)
                    .hasSizeLessThan(parents.size());
            assertThat(report.questions())
                    .as("the report tells how many")
                    .isEqualTo(intents.stream()
                            .collect(Collectors.groupingBy(
                                    body -> body.path("service").asText(), TreeMap::new, Collectors.counting())));
            assertThat(city.sandbox().soap().calls())
                    .as("what the ledger says is what was sent")
                    .isEqualTo(intents.size());
        }
    }

    private static SyncReport sync(TestCity city) throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load("gent-onderwijs");
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock())) {
            Path pupils = city.sandbox().folder().resolve("city/pupils.csv");
            return gateway.syncs().run(agreement, pupils, MARCH, false, Progress.NONE);
        }
    }

    private static List<JsonNode> bodies(TestCity city, String kind) throws Exception {
        List<JsonNode> bodies = new ArrayList<>();
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            for (String body : storage.jdbi().withHandle(handle -> handle.createQuery(
                            "select body from ledger_entry where kind = ? and sync_id <> 0")
                    .bind(0, kind)
                    .mapTo(String.class)
                    .list())) {
                bodies.add(new ObjectMapper().readTree(body));
            }
        }
        return bodies;
    }
}
