package be.zeef.report;

import be.zeef.print.Markup;
import java.util.List;

/**
 * A table whose rows have a bar each, all to one scale: lengths are of what is told, so that a bar shows no more than its number. The words
 * stand beside the drawing as text.
 */
final class Bars {

    /** Of the drawing, which is as wide as its column. */
    private static final double WIDTH = 300;

    private static final double HEIGHT = 14;

    /** What there is of is seen, be it ever so few. */
    private static final double LEAST = 1.5;

    private final Markup page;
    private final Words words;

    Bars(Markup page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** A piece of a bar; colours are of the form {@code #1f6f6b}. */
    record Piece(Steps steps, String colour) {}

    /**
     * One bar.
     *
     * @param told what stands behind it
     */
    record Row(String label, List<Piece> pieces, Steps told) {
        double length() {
            return pieces.stream().mapToDouble(piece -> piece.steps().middle()).sum();
        }
    }

    /** What a colour means. */
    record Meaning(String colour, String text) {}

    void legend(List<Meaning> meanings) {
        page.open("p", "class", "legend");
        for (Meaning meaning : meanings) {
            page.open("span", "class", "meaning").open("span", "class", "swatch");
            drawing("0 0 10 10", "10", "10")
                    .empty("rect", "x", "0", "y", "0", "width", "10", "height", "10", "fill", meaning.colour());
            page.close().close().text(" " + meaning.text()).close().text(" ");
        }
        page.close();
    }

    void rows(List<Row> rows) {
        double longest = rows.stream().mapToDouble(Row::length).max().orElse(0);
        page.open("table", "class", "bars").open("tbody");
        for (Row row : rows) {
            page.open("tr").element("th", row.label(), "scope", "row").open("td", "class", "bar");
            bar(row, longest);
            page.close().element("td", words.of(row.told()), "class", "number").close();
        }
        page.close().close();
    }

    private void bar(Row row, double longest) {
        drawing("0 0 300 14", "300", "14");
        double x = 0;
        for (Piece piece : row.pieces()) {
            double width = longest == 0 ? 0 : piece.steps().middle() / longest * WIDTH;
            if (width > 0) {
                double seen = Math.min(Math.max(LEAST, width), WIDTH - x);
                page.empty(
                        "rect",
                        "x",
                        Markup.length(x),
                        "y",
                        "0",
                        "width",
                        Markup.length(seen),
                        "height",
                        Markup.length(HEIGHT),
                        "fill",
                        piece.colour());
                x += seen;
            }
        }
        page.close();
    }

    /** Left open; a drawing says nothing that its words do not. */
    private Markup drawing(String view, String width, String height) {
        return page.open(
                "svg",
                "viewBox",
                view,
                "width",
                width,
                "height",
                height,
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
    }
}
