package be.zeef.payment.run;

import be.zeef.payment.AnswerCounts;
import be.zeef.payment.PaymentFiles;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Says what is known of a payment file after it was composed.
 *
 * @param delivered transfers in it that were handed over
 * @param refused those of them that the bank refused
 */
record FileReceipt(String text, long delivered, long refused) {

    static FileReceipt of(Handle handle, String agreement, Optional<PaymentFiles.Row> file) {
        if (file.isEmpty()) {
            return new FileReceipt("none", 0, 0);
        }
        PaymentFiles.Row row = file.get();
        return switch (row.state()) {
            case COMPOSED -> new FileReceipt("to release", 0, 0);
            case RELEASED_ONCE -> new FileReceipt("released once", 0, 0);
            case RELEASED -> new FileReceipt("released", 0, 0);
            case WITHDRAWN -> new FileReceipt("withdrawn", 0, 0);
            case HANDED, SETTLED -> handed(AnswerCounts.of(handle, agreement, row.name()), row.payments());
        };
    }

    private static FileReceipt handed(AnswerCounts counts, int payments) {
        return new FileReceipt(word(counts), payments, counts.rejected());
    }

    private static String word(AnswerCounts counts) {
        if (counts.rejected() > 0) {
            return counts.accepted() + counts.open() > 0 ? "partly refused" : "refused";
        }
        return counts.open() > 0 ? "handed over" : "confirmed";
    }
}
