package be.zeef.proof;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.validation.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped agreements are proved; take away any row of any rule, or ask for anything more, and they are not. */
class OneEditRefutesTest {

    private static final EditedAgreements AGREEMENTS = new EditedAgreements();

    private static final Pattern ROW = Pattern.compile("<rule id=\"(\\w+)\">.*?</rule>", Pattern.DOTALL);

    @AfterEach
    void restore() throws Exception {
        AGREEMENTS.restore();
    }

    @AfterAll
    static void close() {
        AGREEMENTS.close();
    }

    static List<String> agreements() {
        return EditedAgreements.ids();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void shouldBeProved_asItShips(String id) {
        assertThat(EditedAgreements.failures(AGREEMENTS.prove(id))).isEmpty();
    }

    record Row(Agreement agreement, String file, String row, String text) {
        @Override
        public String toString() {
            return file + " " + row;
        }
    }

    static List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (String id : agreements()) {
            Agreement agreement = AGREEMENTS.load(id);
            for (Agreement benefit : agreement.perBenefit()) {
                String file = benefit.rule().file();
                Matcher row = ROW.matcher(Files.readString(Path.of("mappings", file)));
                while (row.find()) {
                    rows.add(new Row(agreement, file, row.group(1), row.group()));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(35);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldBeRefuted_namingACase_whenARowIsRemoved(Row row) throws Exception {
        AGREEMENTS.replace(row.file(), row.text(), "");

        assertThat(EditedAgreements.failures(AGREEMENTS.proveRules(row.agreement())))
                .isNotEmpty()
                .extracting(finding -> finding.text(Locale.ENGLISH))
                .allSatisfy(text -> assertThat(text).contains(" = "));
    }

    /** Which thing is asked besides, as a finding names it; and where. */
    private static List<String> askMore(String id) throws Exception {
        List<String> missed = new ArrayList<>();
        for (int place = 0; place < places(id); place++) {
            int now = place;
            AGREEMENTS.edit(id, tree -> addTo(lists(tree).get(now)));
            List<Finding> failures = EditedAgreements.failures(AGREEMENTS.proveRules(AGREEMENTS.load(id)));
            boolean named = failures.stream()
                    .anyMatch(finding -> finding.code().matches("proof.(over-asked|fact-unneeded|over-asked-for)")
                            && finding.text(Locale.ENGLISH).matches("(?s).*(EXTRA|9999|socialeToeslag).*"));
            AGREEMENTS.restore();
            if (!named) {
                missed.add(id + " " + place);
            }
        }
        return missed;
    }

    private static int places(String id) throws Exception {
        int[] places = {0};
        AGREEMENTS.edit(id, tree -> places[0] = lists(tree).size());
        AGREEMENTS.restore();
        assertThat(places[0]).as("requests of " + id).isPositive();
        return places[0];
    }

    /** Each place of a request that names statuses, codes or facts. */
    private static List<JsonNode> lists(JsonNode tree) {
        List<JsonNode> lists = new ArrayList<>();
        add(lists, tree.at("/sources/list/statuses"));
        add(lists, tree.at("/sources/groeipakket/facts"));
        tree.at("/sources/magda").forEach(service -> {
            service.path("parameters").forEach(lists::add);
            add(lists, service.path("facts"));
        });
        return lists;
    }

    private static void add(List<JsonNode> lists, JsonNode list) {
        if (!list.isMissingNode()) {
            lists.add(list);
        }
    }

    private static void addTo(JsonNode list) {
        if (list instanceof ObjectNode facts) {
            ObjectNode again = facts.elements().next().deepCopy();
            facts.set("EXTRA", again);
        } else if (list.get(0).isObject()) {
            ObjectNode status = list.get(0).deepCopy();
            status.put("name", "EXTRA").put("input", "eXTRA");
            ((ArrayNode) list).add(status);
        } else {
            boolean premium = list.get(0).asText().equals("woontInGemeente");
            ((ArrayNode) list)
                    .add(premium ? "socialeToeslag" : list.get(0).asText().matches("\\d+") ? "9999" : "EXTRA");
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void shouldBeRefuted_namingIt_whenAnythingMoreIsAsked(String id) throws Exception {
        assertThat(askMore(id)).isEmpty();
    }

    @Test
    void shouldNameTheService_whenNothingOfItIsRead() throws Exception {
        AGREEMENTS.edit("gent-uitpas", tree -> ((ArrayNode) tree.at("/sources/magda"))
                .addObject()
                .put("service", "GeefLeefloonbedragen-02.00")
                .putObject("facts")
                .putObject("leefloon")
                .put("fact", "leefloon.2025"));

        assertThat(EditedAgreements.failures(AGREEMENTS.proveRules(AGREEMENTS.load("gent-uitpas"))))
                .extracting(finding -> finding.text(Locale.ENGLISH))
                .contains(
                        "The agreement asks GeefLeefloonbedragen-02.00 for 'leefloon', but no combination of answers makes the "
                                + "rule look at it. Asking for it is asking too much: take it out of the sources, or say in the rule "
                                + "what it decides.");
    }
}
