package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** What the contract promises of an answer, and what every problem the counter tells of holds to. */
final class CounterContract {

    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final JsonNode CONTRACT = read(Path.of("routes/counter.openapi.yaml"));

    private CounterContract() {}

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static void isProblem(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        holds("Problem", response);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:zeef:problem:counter:" + code);
        String documented = documented("questions", status) + documented("grants", status);
        assertThat(documented).as("the contract tells of it").contains("`" + code + "`");
    }

    private static String documented(String operation, int status) {
        return CONTRACT.at("/paths/~1api~1v1~1agreements~1{agreement}~1" + operation + "/post/responses/" + status
                        + "/description")
                .asText();
    }

    protected static void holds(String schema, HttpResponse<String> response) throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(CONTRACT.at("/components/schemas/" + schema))
                        .validate(JSON.readTree(response.body())))
                .isEmpty();
    }
}
