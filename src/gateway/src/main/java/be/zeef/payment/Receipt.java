package be.zeef.payment;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is known of a file after it was composed.
 *
 * @param delivered transfers in it that were handed over
 */
record Receipt(String text, long delivered) {

    static Receipt of(Handle handle, String agreement, Optional<PaymentFiles.Row> file) {
        if (file.isEmpty()) {
            return new Receipt("none", 0);
        }
        PaymentFiles.Row row = file.get();
        return switch (row.state()) {
            case COMPOSED -> new Receipt("to release", 0);
            case RELEASED_ONCE -> new Receipt("released once", 0);
            case RELEASED -> new Receipt("released", 0);
            case WITHDRAWN -> new Receipt("withdrawn", 0);
            case HANDED, SETTLED -> handed(Counts.of(handle, agreement, row.name()), row.payments());
        };
    }

    private static Receipt handed(Counts counts, int payments) {
        if (counts.open() > 0) {
            return new Receipt("handed over", payments);
        }
        return new Receipt(counts.rejected() > 0 ? "partly refused" : "accepted", payments);
    }
}
