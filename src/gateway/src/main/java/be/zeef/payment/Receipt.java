package be.zeef.payment;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is known of a file after it was composed.
 *
 * @param delivered transfers in it that were handed over
 * @param refused those of them that the bank refused
 */
record Receipt(String text, long delivered, long refused) {

    static Receipt of(Handle handle, String agreement, Optional<PaymentFiles.Row> file) {
        if (file.isEmpty()) {
            return new Receipt("none", 0, 0);
        }
        PaymentFiles.Row row = file.get();
        return switch (row.state()) {
            case COMPOSED -> new Receipt("to release", 0, 0);
            case RELEASED_ONCE -> new Receipt("released once", 0, 0);
            case RELEASED -> new Receipt("released", 0, 0);
            case WITHDRAWN -> new Receipt("withdrawn", 0, 0);
            case HANDED, SETTLED -> handed(Counts.of(handle, agreement, row.name()), row.payments());
        };
    }

    private static Receipt handed(Counts counts, int payments) {
        return new Receipt(word(counts), payments, counts.rejected());
    }

    private static String word(Counts counts) {
        if (counts.rejected() > 0) {
            return counts.accepted() + counts.open() > 0 ? "partly refused" : "refused";
        }
        return counts.open() > 0 ? "handed over" : "confirmed";
    }
}
