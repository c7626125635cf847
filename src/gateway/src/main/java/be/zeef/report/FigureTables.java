package be.zeef.report;

import be.zeef.print.Markup;
import java.util.ArrayList;
import java.util.List;

/** The figures of one benefit: bars of what was decided and answered, causes, and every figure in a table. */
final class FigureTables {

    /** Columns that a page of paper has room for. */
    private static final int MOST_COLUMNS = 5;

    private static final String YES = "#1f6f6b";
    private static final String NO = "#c4c8cc";
    private static final String OPEN = "#d08a1d";
    private static final String OTHER = "#7b8794";

    private final Figures figures;
    private final List<Period> periods;
    private final Words words;
    private final Markup page;
    private final Bars bars;

    FigureTables(Figures figures, List<Period> periods, Words words, Markup page) {
        this.figures = figures;
        this.periods = periods;
        this.words = words;
        this.page = page;
        this.bars = new Bars(page, words);
    }

    void write() {
        if (figures.isEmpty(periods)) {
            page.element("p", words.of("figures.nothing"), "class", "nothing");
            return;
        }
        chart(Group.DECIDED, "outcomes");
        chart(Group.COUNTER, "counter");
        chart(Group.CLAIMED, "claims");
        causes();
        page.element("h3", words.of("figures.all"));
        for (int i = 0; i < periods.size(); i += MOST_COLUMNS) {
            List<Period> some = periods.subList(i, Math.min(i + MOST_COLUMNS, periods.size()));
            table(some, i + MOST_COLUMNS >= periods.size() && periods.size() > 1);
        }
    }

    private static String colour(String key) {
        return switch (key) {
            case "eligible", "yes" -> YES;
            case "notEligible", "no" -> NO;
            case "undetermined", "not-decidable" -> OPEN;
            default -> OTHER;
        };
    }

    private void chart(Group group, String title) {
        List<Figure> shown = figures.of(group, periods);
        if (shown.isEmpty()) {
            return;
        }
        page.element("h3", words.of(title));
        bars.legend(shown.stream()
                .map(figure -> new Bars.Meaning(
                        colour(figure.key()), words.of(figure) + ": " + words.of(figures.of(figure, periods))))
                .toList());
        bars.rows(periods.stream()
                .map(period -> new Bars.Row(
                        words.of(period),
                        shown.stream()
                                .map(figure -> new Bars.Piece(figures.of(figure, period), colour(figure.key())))
                                .toList(),
                        figures.whole(group, period)))
                .toList());
    }

    private void causes() {
        List<Figure> shown = figures.of(Group.UNDETERMINED, periods);
        if (shown.isEmpty()) {
            return;
        }
        page.element("h3", words.of("causes")).element("p", words.of("causes.whole"), "class", "note");
        List<Bars.Row> rows = new ArrayList<>();
        for (Figure figure : shown) {
            Steps steps = figures.of(figure, periods);
            rows.add(new Bars.Row(words.of(figure), List.of(new Bars.Piece(steps, OPEN)), steps));
        }
        bars.rows(rows);
    }

    /** @param last whether the sums over all periods stand in it */
    private void table(List<Period> some, boolean last) {
        page.open("div", "class", "wide")
                .open("table", "class", "figures")
                .open("thead")
                .open("tr");
        page.element("th", "", "scope", "col");
        some.forEach(period -> page.element("th", words.of(period), "scope", "col"));
        if (last) {
            page.element("th", words.of("figures.whole"), "scope", "col");
        }
        page.close().close();
        for (Group group : Group.values()) {
            group(group, some, last);
        }
        page.close().close();
    }

    private void group(Group group, List<Period> some, boolean last) {
        List<Figure> shown = figures.of(group, periods);
        if (shown.isEmpty()) {
            return;
        }
        page.open("tbody").open("tr", "class", "group");
        page.element(
                "th", words.of(group), "scope", "rowgroup", "colspan", Integer.toString(some.size() + (last ? 2 : 1)));
        page.close();
        for (Figure figure : shown) {
            row(
                    words.of(figure),
                    some.stream().map(period -> figures.of(figure, period)).toList(),
                    "figure");
            if (last) {
                number(figures.of(figure, periods));
            }
            page.close();
        }
        if (group.isOfParts() && shown.size() > 1) {
            row(
                    words.of("figures.whole"),
                    some.stream().map(period -> figures.whole(group, period)).toList(),
                    "whole");
            if (last) {
                number(figures.whole(group, periods));
            }
            page.close();
        }
        page.close();
    }

    /** Left open. */
    private void row(String label, List<Steps> cells, String kind) {
        page.open("tr", "class", kind).element("th", label, "scope", "row");
        cells.forEach(this::number);
    }

    private void number(Steps steps) {
        page.element("td", words.of(steps), "class", steps.equals(Steps.NONE) ? "number none" : "number");
    }
}
