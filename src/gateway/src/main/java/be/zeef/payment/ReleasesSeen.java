package be.zeef.payment;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whether the releases of a file hold. Of one that waits, or is being handed over, as they would count now; of one that was handed over,
 * as they were made: people leave and certificates expire, and what they signed stays signed.
 */
final class ReleasesSeen {

    private final PaymentTools tools;
    private final Handle handle;

    ReleasesSeen(PaymentTools tools, Handle handle) {
        this.tools = tools;
        this.handle = handle;
    }

    List<ReleaseSeen> of(PaymentFiles.Row file) {
        List<PaymentSignatures.Row> rows = PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.RELEASED);
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean counts = file.state().isToRelease() || file.state() == PaymentFiles.State.RELEASED;
        return counts
                ? asTheyCount(file, rows)
                : rows.stream().map(asItWasMade(file)).toList();
    }

    private List<ReleaseSeen> asTheyCount(PaymentFiles.Row file, List<PaymentSignatures.Row> rows) {
        return Genuine.of(tools, handle, file)
                .map(genuine -> Releases.of(tools, handle, genuine).all().stream()
                        .map(each -> seen(each.row(), each.fault()))
                        .toList())
                .orElseGet(() -> rows.stream()
                        .map(row -> seen(row, "The file is not what was composed."))
                        .toList());
    }

    private Function<PaymentSignatures.Row, ReleaseSeen> asItWasMade(PaymentFiles.Row file) {
        Evidence evidence = new Evidence(tools.id(), handle, file);
        return row -> seen(row, evidence.holds(row) ? "" : "It is no signature over what the file was.");
    }

    private static ReleaseSeen seen(PaymentSignatures.Row row, String fault) {
        return new ReleaseSeen(row.person(), row.certificate(), row.at(), fault);
    }

    /** Whose run composed it, as it is written down; empty when nobody signed it. */
    static String composer(Handle handle, PaymentFiles.Row file) {
        return PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.COMPOSED).stream()
                .map(PaymentSignatures.Row::person)
                .collect(Collectors.joining(", "));
    }
}
