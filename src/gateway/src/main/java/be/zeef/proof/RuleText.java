package be.zeef.proof;

import be.zeef.security.reading.Xml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a rule's file says of its own inputs: their words for a reader, the values that each may take, and for a number the values
 * between which the tables tell apart.
 *
 * @param inputs in the order of the file, each once
 */
record RuleText(List<Input> inputs) {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    RuleText {
        inputs = List.copyOf(inputs);
    }

    /**
     * One input of a decision table.
     *
     * @param label what it is, in the words of whoever wrote the rule
     * @param values those that it may take; empty where the file does not say them
     * @param number whether it is a whole number
     */
    record Input(String name, String label, List<String> values, boolean number) {
        Input {
            values = List.copyOf(values);
        }
    }

    /** @throws UncheckedIOException when the file, which was read as a rule before, is no XML any more */
    static RuleText read(Path file) {
        Element root;
        try (var in = Files.newInputStream(file)) {
            root = Xml.documents().newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new UncheckedIOException(new IOException(file.getFileName() + " is no XML", e));
        }
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (Element decision : Xml.children(root, "decision")) {
            Xml.children(decision, "decisionTable").forEach(table -> read(table, inputs));
        }
        return new RuleText(List.copyOf(inputs.values()));
    }

    private static void read(Element table, Map<String, Input> inputs) {
        List<Element> columns = Xml.children(table, "input");
        for (int i = 0; i < columns.size(); i++) {
            Element column = columns.get(i);
            Element expression = Xml.children(column, "inputExpression").get(0);
            String name = text(expression);
            boolean number = expression.getAttribute("typeRef").equals("integer");
            List<String> values = number ? numbers(table, i) : texts(column);
            inputs.putIfAbsent(name, new Input(name, column.getAttribute("label"), values, number));
        }
    }

    private static List<String> texts(Element column) {
        List<String> texts = new ArrayList<>();
        for (Element values : Xml.children(column, "inputValues")) {
            Matcher each = TEXT.matcher(text(values));
            while (each.find()) {
                texts.add(each.group(1));
            }
        }
        return texts;
    }

    /**
     * One to one more than the largest number that the column compares with: whatever is larger still is told apart from it by no
     * row.
     */
    private static List<String> numbers(Element table, int column) {
        TreeSet<Integer> compared = new TreeSet<>();
        for (Element row : Xml.children(table, "rule")) {
            Matcher each = NUMBER.matcher(text(Xml.children(row, "inputEntry").get(column)));
            while (each.find()) {
                compared.add(Integer.parseInt(each.group()));
            }
        }
        int last = compared.isEmpty() ? 1 : compared.last() + 1;
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static String text(Element element) {
        return Stream.of(element.getTextContent())
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** What an input is in the rule's own words; empty where it says none. */
    String label(String name) {
        return inputs.stream()
                .filter(input -> input.name().equals(name))
                .map(Input::label)
                .findFirst()
                .orElse("");
    }

    /** The numbers that this input is tried with; empty when it is no number of the rule. */
    List<Integer> numbers(String name) {
        return inputs.stream()
                .filter(input -> input.name().equals(name) && input.number())
                .flatMap(input -> input.values().stream())
                .map(Integer::valueOf)
                .toList();
    }
}
