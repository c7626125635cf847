package be.zeef.payment.closing;

import be.zeef.payment.release.NamesDesk;
import be.zeef.subject.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** How people closed payments that may not be kept any more. */
public final class OldClosings {

    private OldClosings() {}

    /**
     * Removes signatures that closed what is named, and up to this day those that closed all that finance paid in another way; how many.
     *
     * @param names ids of transfers and names of files that were removed
     */
    public static int remove(Handle handle, String agreement, List<String> names, LocalDate until) {
        Stream<Closings.Row> done = Closings.done(handle).stream()
                .filter(row -> row.agreement().equals(agreement) && isOver(row, names, until));
        return done.mapToInt(row -> Closings.remove(handle, row)).sum();
    }

    private static boolean isOver(Closings.Row row, List<String> names, LocalDate until) {
        return row.what().equals(NamesDesk.OTHER_MEANS)
                ? !Today.at(Instant.parse(row.at())).isAfter(until)
                : names.contains(row.what());
    }
}
