package be.zeef.check;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.security.reading.Xml;
import be.zeef.sieve.Outcome;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Whether every word that a rule can give is one that somebody understands: its outcomes are outcomes, and its values are
 * values of the agreement's flags. A misspelt one would leave everyone it is about undetermined, row by row.
 */
final class RuleCheck {

    private static final String OUTCOME = "uitkomst";

    /** A text in FEEL. */
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private static final Set<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Enum::name).collect(Collectors.toSet());

    private final Benefit.RuleUsed rule;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Findings findings;

    private RuleCheck(Benefit.RuleUsed rule, Findings findings) {
        this.rule = rule;
        this.findings = findings;
    }

    /**
     * A decision table.
     *
     * @param outputs their names
     * @param rows what each row, in the order of the file, gives for each output
     */
    private record Table(String decision, List<String> outputs, List<List<String>> rows) {}

    /** @param mappings the folder that the rule's file is named from */
    static void tell(Path mappings, Agreement agreement, Findings findings) {
        RuleCheck check = new RuleCheck(agreement.rule(), findings);
        try {
            check.read(mappings.resolve(agreement.rule().file()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            findings.add(Finding.error("check.rule", Location.WHOLE));
            return;
        }
        Optional.ofNullable(check.tables.get(agreement.rule().decision()))
                .ifPresent(table -> check.tell(table, agreement.flags()));
    }

    private void tell(Table table, Map<String, Map<String, Long>> flags) {
        int outcome = table.outputs().indexOf(OUTCOME);
        if (outcome < 0) {
            findings.add(Finding.error("check.rule-output", Location.WHOLE, rule.file(), table.decision(), OUTCOME));
            return;
        }
        each(
                table,
                outcome,
                OUTCOMES,
                (place, word) -> Finding.error(
                        "check.rule-outcome",
                        Location.WHOLE,
                        rule.file(),
                        place.decision(),
                        Integer.toString(place.row()),
                        word,
                        OUTCOMES.stream().sorted().collect(Collectors.joining(", "))));
        flags.forEach((flag, values) -> {
            if (!values.isEmpty()) {
                values(table, outcome, flag, values.keySet());
            }
        });
    }

    /** Only what a yes gives is let out. */
    private void values(Table table, int outcome, String flag, Set<String> agreed) {
        int column = table.outputs().indexOf(flag);
        if (column < 0) {
            findings.add(Finding.error("check.rule-output", Location.WHOLE, rule.file(), table.decision(), flag));
            return;
        }
        String yes = "\"" + Outcome.ELIGIBLE + "\"";
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            rows.add(row.get(outcome).equals(yes) ? row : List.of());
        }
        each(
                new Table(table.decision(), table.outputs(), rows),
                column,
                agreed,
                (place, word) -> Finding.error(
                        "check.rule-value",
                        Location.path("/flags/" + flag),
                        rule.file(),
                        place.decision(),
                        Integer.toString(place.row()),
                        word,
                        flag));
    }

    private record Place(String decision, int row) {}

    private interface Telling {
        Finding of(Place place, String word);
    }

    /** What stands in this column and is none of the words; where it names another decision, what that one gives. */
    private void each(Table table, int column, Set<String> words, Telling telling) {
        int number = 0;
        for (List<String> row : table.rows()) {
            number++;
            String entry = column < row.size() ? row.get(column) : "";
            Matcher text = TEXT.matcher(entry);
            Optional<Table> named = Optional.ofNullable(tables.get(entry)).filter(other -> other != table);
            if (named.isPresent()) {
                each(named.get(), Math.max(0, named.get().outputs().indexOf(entry)), words, telling);
            } else if (!row.isEmpty() && !(text.matches() && words.contains(text.group(1)))) {
                findings.add(telling.of(new Place(table.decision(), number), entry));
            }
        }
    }

    private void read(Path file) throws ParserConfigurationException, SAXException, IOException {
        Element root = Xml.documents().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        for (Element decision : Xml.children(root, "decision")) {
            Xml.children(decision, "decisionTable").stream()
                    .findFirst()
                    .ifPresent(table -> tables.put(decision.getAttribute("id"), table(decision, table)));
        }
    }

    private static Table table(Element decision, Element table) {
        return new Table(
                decision.getAttribute("id"),
                Xml.children(table, "output").stream()
                        .map(output -> output.getAttribute("name"))
                        .toList(),
                Xml.children(table, "rule").stream()
                        .map(row -> Xml.children(row, "outputEntry").stream()
                                .map(entry -> entry.getTextContent().strip())
                                .toList())
                        .toList());
    }
}
