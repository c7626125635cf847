package be.zeef.report;

import java.util.Comparator;
import java.util.Set;

/**
 * One thing that is counted.
 *
 * @param key its name in the group; a colon leads to what it is of, such as {@code call:GeefPersoon-02.02}
 */
public record Figure(Group group, String key) implements Comparable<Figure> {

    private static final Comparator<Figure> ORDER = Comparator.comparing(Figure::group)
            .thenComparing(figure -> figure.group().place(figure.key()))
            .thenComparing(Figure::key);

    /** Those that count files and what became of them as a whole. */
    private static final Set<String> FILES =
            Set.of("questionFile", "givenUp", "delivery", "receipt", "refusedQuestion");

    /** Whether people are counted by it, or lines, messages and payments about them. */
    public boolean isOfPeople() {
        return group != Group.ACTS && !(group == Group.FAILED && FILES.contains(name()));
    }

    /** The name without what it is of. */
    String name() {
        return key.replaceFirst(":.*", "");
    }

    /** What it is of; empty where it is of nothing more. */
    String of() {
        return key.contains(":") ? key.substring(key.indexOf(':') + 1) : "";
    }

    @Override
    public int compareTo(Figure other) {
        return ORDER.compare(this, other);
    }
}
