package be.zeef.recipient.uitpas;

import be.zeef.conformance.OfficialSchemas;
import be.zeef.sandbox.uitpas.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The published OpenAPI document of UiTPAS, and what a request and its answer have against it: path, method, parameters, both
 * bodies, and fields that it does not declare. Its {@code Error} is a link to a file that is not beside it; what the
 * contract's text says of problems stands in for that. Findings name places, never values.
 */
final class UitpasContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A status as a text is in the examples of the same contract. */
    private static final String ERROR = """
            {"type": "object", "required": ["type", "title", "status"],
             "properties": {"type": {"type": "string"}, "title": {"type": "string"},
               "status": {"oneOf": [{"type": "integer"}, {"type": "string"}]}, "detail": {"type": "string"},
               "endUserMessage": {"type": "object", "required": ["nl"], "properties": {"nl": {"type": "string"}}}}}
            """;

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> compiled = new HashMap<>();

    private UitpasContract(JsonNode document) {
        this.document = document;
    }

    static UitpasContract read() throws IOException {
        OfficialSchemas.present();
        JsonNode document = JSON.readTree(
                OfficialSchemas.CONTRACTS.resolve("uitpas/uitpas.openapi.json").toFile());
        ((ObjectNode) document.at("/components/schemas")).set("Error", JSON.readTree(ERROR));
        return new UitpasContract(document);
    }

    /** What this exchange has against the contract; empty when it keeps it. */
    List<String> findings(Seen seen) throws IOException {
        String template = template(seen.path());
        String method = seen.method().toLowerCase(Locale.ROOT);
        JsonNode operation = document.path("paths").path(template).path(method);
        String name = seen.method() + " " + template;
        if (operation.isMissingNode()) {
            return List.of(name + ": no such operation");
        }
        List<String> findings = new ArrayList<>(parameters(name, operation, seen.query()));
        JsonNode asked = operation.at("/requestBody/content/application~1json/schema");
        if (!asked.isMissingNode()) {
            findings.addAll(check(name, asked, seen.request(), true));
        } else if (seen.request().length > 0) {
            findings.add(name + ": takes no body");
        }
        String answered = name + " " + seen.status();
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(seen.status())));
        if (response.isMissingNode()) {
            findings.add(answered + ": no such answer");
        } else if (response.has("content")) {
            JsonNode schema = response.path("content").path(seen.contentType()).path("schema");
            findings.addAll(
                    schema.isMissingNode()
                            ? List.of(answered + ": no such content type")
                            : check(answered, schema, seen.answer(), false));
        } else if (seen.answer().length > 0) {
            findings.add(answered + ": has no body");
        }
        return findings;
    }

    private String template(String path) {
        List<String> fitting = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(each -> {
            if (path.matches(each.replaceAll("\\{[^}]+}", "[^/]+"))) {
                fitting.add(each);
            }
        });
        return fitting.stream()
                .min(Comparator.comparingInt(each -> each.split("\\{").length))
                .orElse(path);
    }

    private List<String> parameters(String name, JsonNode operation, String query) {
        List<String> findings = new ArrayList<>();
        TreeSet<String> given = new TreeSet<>();
        if (!query.isEmpty()) {
            Arrays.stream(query.split("&")).forEach(field -> given.add(field.substring(0, field.indexOf('='))));
        }
        operation.path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            String field = parameter.path("name").asText();
            if (!given.remove(field) && parameter.path("required").asBoolean()) {
                findings.add(name + ": parameter " + field + " is missing");
            }
        });
        given.forEach(field -> findings.add(name + ": no parameter " + field));
        return findings;
    }

    private List<String> check(String name, JsonNode schema, byte[] body, boolean request) throws IOException {
        JsonNode content = JSON.readTree(body);
        List<String> findings = new ArrayList<>();
        Schema held = compiled.computeIfAbsent(name, none -> compile(schema));
        for (Error error : held.validate(
                content,
                context -> context.executionConfig(
                        config -> config.readOnly(request).writeOnly(!request)))) {
            findings.add(name + ": " + error.getInstanceLocation() + " " + error.getKeyword());
        }
        undeclared(name, schema, content, findings);
        return findings;
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        // beside a $ref nothing else counts in OpenAPI 3.0, so it stands below allOf
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(root);
        whole.set("components", document.path("components"));
        return registry.getSchema(whole);
    }

    private void undeclared(String place, JsonNode schema, JsonNode content, List<String> findings) {
        JsonNode declared = resolved(schema);
        if (content.isArray()) {
            content.forEach(each -> undeclared(place + "[]", declared.path("items"), each, findings));
        } else if (content.isObject() && declared.has("properties")) {
            content.properties().forEach(field -> {
                JsonNode inner = declared.path("properties").path(field.getKey());
                if (inner.isMissingNode()) {
                    findings.add(place + "/" + field.getKey() + ": not declared");
                } else {
                    undeclared(place + "/" + field.getKey(), inner, field.getValue(), findings);
                }
            });
        }
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#") ? resolved(document.at(reference.substring(1))) : node;
    }
}
