package be.zeef.ledger;

import be.zeef.subject.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which entries somebody wants to see.
 *
 * @param agreement under which they were written; empty for all
 * @param from the first day, in Belgium; empty from the beginning
 * @param to the last day; empty to the end
 */
public record Selection(Optional<String> agreement, Optional<LocalDate> from, Optional<LocalDate> to) {

    boolean has(Entry entry) {
        if (entry.isEmptied()) {
            return false;
        }
        LocalDate day = Today.at(Instant.parse(entry.at()));
        return agreement.map(entry.agreement()::equals).orElse(true)
                && from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
