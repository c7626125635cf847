package be.zeef.endtoend.city;

import java.time.LocalDate;

/** Whether a right runs on a day, by what the city's own files say of it: the first day and the last, both included. */
public final class Rights {

    private Rights() {}

    /**
     * @param from empty for a right that never was
     * @param until empty for one that has not ended
     */
    public static boolean run(String from, String until, LocalDate on) {
        return !from.isEmpty()
                && !LocalDate.parse(from).isAfter(on)
                && (until.isEmpty() || !LocalDate.parse(until).isBefore(on));
    }

    /** @param both {@code from/until} in one column, as {@code people.csv} has the composite status */
    public static boolean run(String both, LocalDate on) {
        String[] days = both.split("/", -1);
        return days.length == 2 && run(days[0], days[1], on);
    }
}
