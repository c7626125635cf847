package be.zeef.difference;

import be.zeef.difference.RuleTable.Column;
import be.zeef.difference.RuleTable.Row;
import be.zeef.difference.Words.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rule decides otherwise than it did: table by table, row by row. What is in neither is told by the file's name. */
final class RuleDifferences {

    private final String file;
    private final List<Difference> told = new ArrayList<>();

    private RuleDifferences(String file) {
        this.file = file;
    }

    /**
     * @param file where the later one lies
     * @return never empty: two that are the same in every table differ in comments, layout or what no table says
     */
    static List<Difference> between(String file, byte[] before, byte[] after) {
        RuleDifferences both = new RuleDifferences(file);
        both.tables(RuleTable.of(before), RuleTable.of(after));
        if (both.told.isEmpty()) {
            both.tell("difference.rule-layout", Words.said(file));
        }
        return both.told;
    }

    private void tables(Map<String, RuleTable> before, Map<String, RuleTable> after) {
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String name : all) {
            if (!after.containsKey(name)) {
                tell("difference.table-removed", Words.said(name));
            } else if (!before.containsKey(name)) {
                tell("difference.table-added", Words.said(name));
                rows(name, List.of(), after.get(name).rows());
            } else {
                table(name, before.get(name), after.get(name));
            }
        }
    }

    private void table(String name, RuleTable was, RuleTable is) {
        said("difference.table-policy", name, was.policy(), is.policy());
        said("difference.table-stands", name, String.join(", ", was.stands()), String.join(", ", is.stands()));
        columns("input", name, was.inputs(), is.inputs());
        columns("output", name, was.outputs(), is.outputs());
        rows(name, was.rows(), is.rows());
    }

    private void said(String code, String table, String was, String is) {
        if (!was.equals(is)) {
            tell(code, Words.said(table), orNothing(was), orNothing(is));
        }
    }

    private void columns(String kind, String table, List<Column> was, List<Column> is) {
        String code = "difference." + kind;
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            if (i >= is.size()) {
                tell(code + "-removed", Words.said(table), Words.said(was.get(i).whole()));
            } else if (i >= was.size()) {
                tell(code + "-added", Words.said(table), Words.said(is.get(i).whole()));
            } else if (!was.get(i).equals(is.get(i))) {
                tell(
                        code + "-changed",
                        Words.said(table),
                        Words.said(was.get(i).whole()),
                        Words.said(is.get(i).whole()));
            }
        }
    }

    private void rows(String table, List<Row> was, List<Row> is) {
        boolean known = haveNames(was) && haveNames(is);
        Map<String, Integer> before = numbers(was, known);
        Map<String, Integer> after = numbers(is, known);
        before.forEach((id, number) -> {
            if (!after.containsKey(id)) {
                Row row = was.get(number - 1);
                tell("difference.row-removed", number(number), Words.said(table), when(row), orNothing(row.gives()));
            }
        });
        after.forEach((id, number) -> {
            Row row = is.get(number - 1);
            if (before.containsKey(id)) {
                row(table, number, was.get(before.get(id) - 1), row);
            } else {
                tell("difference.row-added", number(number), Words.said(table), when(row), orNothing(row.gives()));
            }
        });
        List<String> kept = before.keySet().stream().filter(after::containsKey).toList();
        if (!kept.equals(after.keySet().stream().filter(before::containsKey).toList())) {
            tell("difference.row-order", Words.said(table));
        }
    }

    private void row(String table, int number, Row was, Row is) {
        if (!was.when().equals(is.when())) {
            tell("difference.row-when", number(number), Words.said(table), when(was), when(is));
        }
        if (!was.gives().equals(is.gives())) {
            tell(
                    "difference.row-gives",
                    number(number),
                    Words.said(table),
                    orNothing(was.gives()),
                    orNothing(is.gives()));
        }
        if (!was.why().equals(is.why())) {
            tell("difference.row-why", number(number), Words.said(table), orNothing(was.why()), orNothing(is.why()));
        }
    }

    private static boolean haveNames(List<Row> rows) {
        Set<String> names = new HashSet<>();
        return rows.stream().allMatch(row -> !row.id().isEmpty() && names.add(row.id()));
    }

    /** The number of each row, from 1 on, by its id or, where not every row has one of its own, by its place. */
    private static Map<String, Integer> numbers(List<Row> rows, boolean known) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 1; i <= rows.size(); i++) {
            numbers.put(known ? rows.get(i - 1).id() : Integer.toString(i), i);
        }
        return numbers;
    }

    private static Words number(int number) {
        return Words.said(Integer.toString(number));
    }

    private static Words when(Row row) {
        return row.when().isEmpty() ? Sentence.of("difference.always") : Words.said(row.when());
    }

    private static Words orNothing(String text) {
        return text.isEmpty() ? Sentence.of("difference.nothing") : Words.said(text);
    }

    private void tell(String code, Words... places) {
        told.add(Difference.of(file, "", new Sentence(code, List.of(places))));
    }
}
