package be.zeef.packing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The control totals of a delivery.
 *
 * @param perValue lines per granted value, only the values that occur, ascending
 */
public record Totals(long lines, SortedMap<String, Long> perValue) {

    public Totals {
        perValue = Collections.unmodifiableSortedMap(new TreeMap<>(perValue));
    }
}
