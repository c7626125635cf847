package be.zeef.difference;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One decision table of a rule, in the words that stand in it.
 *
 * @param policy which of its rows counts, as DMN names it, such as {@code FIRST}; after a space how several are taken together
 * @param stands on which other decisions
 * @param inputs what it looks at
 * @param outputs what it gives
 */
record RuleTable(
        String decision,
        String policy,
        List<String> stands,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    /** What is looked at or given: its expression or name, and all that is said of it. */
    record Column(String name, String whole) {}

    /**
     * A row.
     *
     * @param id known by it, also where it moves
     * @param when what must be so; empty for anything
     * @param gives what it gives then
     * @param why its description
     */
    record Row(String id, String when, String gives, String why) {}

    /** Every decision by its id, in their order. */
    static Map<String, RuleTable> of(byte[] dmn) {
        try {
            Element root = Xml.documents()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(dmn))
                    .getDocumentElement();
            Map<String, RuleTable> tables = new LinkedHashMap<>();
            Xml.children(root, "decision").forEach(each -> tables.put(each.getAttribute("id"), table(each)));
            return tables;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("a rule is no XML", e);
        }
    }

    private static RuleTable table(Element decision) {
        List<String> stands = Xml.children(decision, "informationRequirement").stream()
                .flatMap(each -> Xml.children(each).stream())
                .map(each -> each.getAttribute("href"))
                .toList();
        Optional<Element> table =
                Xml.children(decision, "decisionTable").stream().findFirst();
        List<Column> inputs = columns(table, "input");
        List<Column> outputs = columns(table, "output");
        return new RuleTable(
                decision.getAttribute("id"),
                table.map(each -> (each.getAttribute("hitPolicy") + " " + each.getAttribute("aggregation")).strip())
                        .orElse(""),
                stands,
                inputs,
                outputs,
                children(table, "rule").stream()
                        .map(each -> row(each, inputs, outputs))
                        .toList());
    }

    private static List<Element> children(Optional<Element> of, String name) {
        return of.map(each -> Xml.children(each, name)).orElse(List.of());
    }

    private static List<Column> columns(Optional<Element> table, String kind) {
        return children(table, kind).stream().map(RuleTable::column).toList();
    }

    private static Column column(Element column) {
        List<String> parts = new ArrayList<>();
        if (!column.getAttribute("label").isEmpty()) {
            parts.add(column.getAttribute("label"));
        }
        parts.addAll(Xml.children(column).stream()
                .map(each -> (each.getAttribute("typeRef") + " " + text(each)).strip())
                .toList());
        parts.add(column.getAttribute("typeRef"));
        String name = column.hasAttribute("name")
                ? column.getAttribute("name")
                : Xml.children(column, "inputExpression").stream()
                        .map(RuleTable::text)
                        .collect(Collectors.joining());
        return new Column(
                name,
                parts.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("; ", name + " (", ")")));
    }

    private static Row row(Element rule, List<Column> inputs, List<Column> outputs) {
        return new Row(
                rule.getAttribute("id"),
                cells(Xml.children(rule, "inputEntry"), inputs),
                cells(Xml.children(rule, "outputEntry"), outputs),
                Xml.children(rule, "description").stream().map(RuleTable::text).collect(Collectors.joining(" ")));
    }

    /** Each cell that says something, after the name of its column. */
    private static String cells(List<Element> cells, List<Column> columns) {
        return IntStream.range(0, cells.size())
                .filter(i -> !text(cells.get(i)).isEmpty())
                .mapToObj(i -> (i < columns.size() ? columns.get(i).name() : "?") + " = " + text(cells.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
