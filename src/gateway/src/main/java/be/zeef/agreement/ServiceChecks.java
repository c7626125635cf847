package be.zeef.agreement;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what an agreement asks of MAGDA's services against what those say they can tell ({@code service.yaml}), so that
 * a misspelt fact is found here and not by everyone staying undetermined.
 */
final class ServiceChecks {

    private final Path services;
    private final Teller teller;

    /** Is told what holds and what does not. */
    @FunctionalInterface
    interface Teller {
        void tell(boolean good, String code, String pointer, String... arguments);
    }

    ServiceChecks(Path mappings, Teller teller) {
        this.services = mappings.resolve("sources/magda");
        this.teller = teller;
    }

    void check(JsonNode tree) {
        JsonNode asked = tree.at("/sources/magda");
        boolean household = false;
        for (int i = 0; i < asked.size(); i++) {
            household |= asked.get(i).path("household").isObject();
        }
        boolean age = !household || !asked.findValues("adultFrom").isEmpty();
        for (int i = 0; i < asked.size(); i++) {
            String place = "/sources/magda/" + i;
            service(asked.get(i), place);
            String of = asked.get(i).path("of").asText("subject");
            teller.tell(of.equals("subject") || household, "agreement.no-household", place + "/of");
            teller.tell(!of.equals("adults") || age, "agreement.adult-from", place + "/of");
            brackets(tree, asked.get(i), place);
        }
    }

    private void service(JsonNode asked, String place) {
        String name = asked.path("service").asText();
        boolean there = Files.isDirectory(services.resolve(name));
        teller.tell(there, "agreement.service-missing", place + "/service", name);
        if (!there) {
            return;
        }
        JsonNode description = description(name);
        asked.path("parameters")
                .fieldNames()
                .forEachRemaining(parameter -> teller.tell(
                        texts(description.path("parameters")).contains(parameter),
                        "agreement.parameter-unknown",
                        place + "/parameters/" + parameter,
                        name,
                        String.join(", ", texts(description.path("parameters")))));
        List<String> known = new ArrayList<>();
        description.path("facts").fieldNames().forEachRemaining(known::add);
        facts(asked)
                .forEach(fact -> teller.tell(
                        known.stream().anyMatch(pattern -> matches(fact, pattern)),
                        "agreement.fact-unknown",
                        place,
                        fact,
                        name,
                        String.join(", ", known)));
    }

    private static List<String> facts(JsonNode asked) {
        List<String> facts = new ArrayList<>();
        JsonNode household = asked.at("/household/fact");
        if (household.isTextual()) {
            facts.add(household.asText());
        }
        asked.path("facts").forEach(input -> {
            if (input.has("fact")) {
                facts.add(input.path("fact").asText());
                if (input.has("since")) {
                    facts.add(input.path("since").asText());
                }
            } else {
                facts.addAll(texts(input.path("sum")));
                facts.add(input.path("oncePer").asText());
            }
        });
        return facts;
    }

    private static boolean matches(String fact, String pattern) {
        return pattern.endsWith(".*")
                ? fact.startsWith(pattern.substring(0, pattern.length() - 1)) && fact.length() >= pattern.length()
                : fact.equals(pattern);
    }

    /** Each bracket's limit is a parameter of the rule: whole euro. */
    private void brackets(JsonNode tree, JsonNode asked, String place) {
        asked.path("facts")
                .properties()
                .forEach(input -> input.getValue().path("brackets").properties().forEach(bracket -> {
                    String parameter = bracket.getValue().asText();
                    teller.tell(
                            tree.at("/rule/parameters/" + parameter).asText().matches("\\d{1,9}"),
                            "agreement.limit",
                            place + "/facts/" + input.getKey() + "/brackets/" + bracket.getKey(),
                            parameter);
                }));
    }

    private JsonNode description(String name) {
        try {
            return Yaml.tree(services.resolve(name).resolve("service.yaml"));
        } catch (YamlException e) {
            teller.tell(false, "agreement.service-yaml", "/sources/magda", name, Integer.toString(e.line()));
        } catch (IOException e) {
            teller.tell(false, "agreement.service-missing", "/sources/magda", name);
        }
        return MissingNode.getInstance();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
