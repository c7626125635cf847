package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.Locale;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs are given: a table that no spreadsheet runs, figures as they are told, and RDF that others read. */
class ReportDataTest {

    private static final String ID = "gent-huisvuilzakken";
    private static final String STUDENTS = "gent-onderwijs";
    private static final String ACTIVITY = "http://data.vlaanderen.be/ns/toestemming#VerwerkingsActiviteit";
    private static final String OF_GHENT = "http://stad.gent/data/ns/data-processing/";

    private static Model rdf(String id) throws Exception {
        String turtle = new RegisterTurtle(Reports.of(id, Locale.ENGLISH), Locale.ENGLISH).text();
        return Rio.parse(new StringReader(turtle), "", RDFFormat.TURTLE);
    }

    private static String only(Model model, String property) {
        return model.filter(null, Values.iri(property), null).objects().stream()
                .map(Value::stringValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, STUDENTS, "wingene-geboortepremie", "gent-uitpas"})
    void theRegisterIsReadByAnotherLibrary_withWhatGhentsRegisterAsksFor(String id) throws Exception {
        Model model = rdf(id);

        assertThat(model.subjects()).extracting(Value::stringValue).containsExactly("urn:zeef:agreement:" + id);
        assertThat(model.filter(null, null, Values.iri(ACTIVITY))).hasSize(1);
        assertThat(only(model, "http://purl.org/dc/terms/title")).isEqualTo("Élèves, crèches & ïdeeën");
        assertThat(only(model, "http://purl.org/dc/terms/description")).isEqualTo(Reports.HOSTILE.strip());
        assertThat(only(model, "http://purl.org/dc/terms/temporal"))
                .matches("20\\d\\d-\\d\\d-\\d\\d/20\\d\\d-\\d\\d-\\d\\d");
        assertThat(only(model, "http://data.vlaanderen.be/ns/toestemming#verwerkingsgrond"))
                .startsWith("6(1)");
        assertThat(only(model, "http://data.vlaanderen.be/ns/toestemming#verwerker"))
                .isNotEmpty();
        assertThat(model.filter(null, Values.iri(OF_GHENT + "hasPersonalData"), null))
                .isNotEmpty();
        assertThat(only(model, OF_GHENT + "grantee")).isNotEmpty();
        assertThat(only(model, "http://schema.org/audience")).isNotEmpty();
    }

    @Test
    void noCellOfTheTableIsAFormula() throws Exception {
        String csv = ReportCsv.of(Reports.of(ID, Locale.ENGLISH));

        assertThat(csv.lines().skip(1)).hasSizeGreaterThan(12).allSatisfy(line -> assertThat(line.split(","))
                .noneMatch(cell -> cell.matches("\"?[=+@\\t-].*")));
        assertThat(csv)
                .startsWith("benefit,group,figure,from,to,atLeast,atMost,treeSize,treeRoot\r\n")
                .contains("DECIDED,eligible,2025-10,2025-12,810,822", "UNDETERMINED,missing,2025-10,2025-12,3,12")
                .contains("'=cmd()|x");
    }

    @Test
    void jsonTellsAtLeastAndAtMost_andNothingThatWasCounted() throws Exception {
        String json = new ObjectMapper().writeValueAsString(ReportJson.figures(Reports.of(ID, Locale.ENGLISH)));

        JsonNode missing = new ObjectMapper().readTree(json).at("/benefits/" + ID + "/UNDETERMINED/missing");
        assertThat(missing.at("/perPeriod/0/atLeast").asInt()).isEqualTo(3);
        assertThat(missing.at("/perPeriod/0/atMost").asInt()).isEqualTo(12);
        assertThat(missing.at("/together/atLeast").asInt()).isEqualTo(9);
        assertThat(missing.at("/together/atMost").asInt()).isEqualTo(36);
    }
}
