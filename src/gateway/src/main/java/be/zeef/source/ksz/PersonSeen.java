package be.zeef.source.ksz;

import be.zeef.sieve.Ternary;
import java.time.LocalDate;

/** The person and status being read. Reused for each; it never leaves this package. */
final class PersonSeen {

    String insz = "";
    String name = "";
    String result = "";
    String begin = "";
    String end = "";
    private boolean doubtful;
    private boolean periods;

    /** Periods of one status as read: pairs of ISO dates, so that text order is date order. */
    private final StringBuilder spans = new StringBuilder();

    void start() {
        insz = "";
    }

    void startStatus() {
        name = "";
        result = "";
        begin = "";
        end = "";
        doubtful = false;
        periods = false;
        spans.setLength(0);
    }

    void name(String parent, CharSequence text) {
        if ("SociaalStatuut".equals(parent)) {
            name = text.toString();
        }
    }

    void endPeriod() {
        periods = true;
        spans.append(begin).append(end.isEmpty() ? "9999-12-31" : end);
        begin = "";
        end = "";
    }

    /**
     * The status on this date: what the result says, unless the periods contradict it. Doubt is UNKNOWN: a yes whose
     * periods do not cover the date, or a no with one that does.
     */
    Ternary on(LocalDate date) {
        boolean yes = "1".equals(result);
        if (periods && covers(date.toString()) != yes) {
            doubtful = true;
            return Ternary.UNKNOWN;
        }
        return yes ? Ternary.YES : Ternary.NO;
    }

    /** Whether the last {@link #on} was doubtful. */
    boolean doubtful() {
        return doubtful;
    }

    private boolean covers(String date) {
        for (int i = 0; i < spans.length(); i += 20) {
            if (date.compareTo(spans.substring(i, i + 10)) >= 0
                    && date.compareTo(spans.substring(i + 10, i + 20)) <= 0) {
                return true;
            }
        }
        return false;
    }
}
