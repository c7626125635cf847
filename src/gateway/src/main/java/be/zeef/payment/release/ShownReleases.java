package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Shows the releases of a file, and whether they hold. Of one that waits, or is being handed over, as they would count now; of one that was handed over,
 * as they were made: people leave and certificates expire, and what they signed stays signed.
 */
public final class ShownReleases {

    private final String agreement;
    private final GenuineFiles files;
    private final ReleaseTerms terms;

    public ShownReleases(String agreement, GenuineFiles files, ReleaseTerms terms) {
        this.agreement = agreement;
        this.files = files;
        this.terms = terms;
    }

    public List<ShownRelease> of(Handle handle, PaymentFiles.Row file) {
        List<PaymentSignatures.Row> rows = PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.RELEASED);
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean counts = file.state().isToRelease() || file.state() == PaymentFiles.State.RELEASED;
        return counts
                ? asTheyCount(handle, file, rows)
                : rows.stream().map(asItWasMade(handle, file)).toList();
    }

    private List<ShownRelease> asTheyCount(Handle handle, PaymentFiles.Row file, List<PaymentSignatures.Row> rows) {
        return files.open(handle, file)
                .map(genuine -> JudgedReleases.of(terms, handle, genuine).all().stream()
                        .map(each -> seen(each.row(), each.fault()))
                        .toList())
                .orElseGet(() -> rows.stream()
                        .map(row -> seen(row, "The file is not what was composed."))
                        .toList());
    }

    private Function<PaymentSignatures.Row, ShownRelease> asItWasMade(Handle handle, PaymentFiles.Row file) {
        SignatureEvidence evidence = new SignatureEvidence(agreement, handle, file);
        return row -> seen(row, evidence.holds(row) ? "" : "It is no signature over what the file was.");
    }

    private static ShownRelease seen(PaymentSignatures.Row row, String fault) {
        return new ShownRelease(row.person(), row.certificate(), row.at(), fault);
    }

    /** Whose run composed it, as it is written down; empty when nobody signed it. */
    public String composer(Handle handle, PaymentFiles.Row file) {
        return PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.COMPOSED).stream()
                .map(PaymentSignatures.Row::person)
                .collect(Collectors.joining(", "));
    }
}
