package be.zeef.proof;

import java.util.Set;

/**
 * One thing that an agreement asks of a source: a service, a status, a code, a field, a measure.
 *
 * @param source whom it is asked of, such as {@code GeefLeefloonperiodes-02.00} or {@code ksz-list}
 * @param item such as {@code statuut BIM_BVT}; empty for the service as a whole
 * @param feeds the rule's inputs that are made of it; with {@link #FIRST_DAY} where it says from when something is granted
 */
public record AskedItem(String source, String item, Set<String> feeds) {

    /** What is not an input of the rule, and still decides what leaves: the day from which a value counts. */
    public static final String FIRST_DAY = "first day of the grant";

    public AskedItem {
        feeds = Set.copyOf(feeds);
    }

    /** As a finding names it. */
    public String words() {
        return item.isEmpty() ? source : source + " " + item;
    }
}
