package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import be.zeef.security.KeyException;
import be.zeef.security.Sealing;
import be.zeef.security.Sha256;
import be.zeef.transfer.TransferComposer;
import be.zeef.transfer.TransferTotals;
import be.zeef.trust.Statement;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Opens stored payment files, and gives out only those that are what was composed. Thread-safe. */
public final class GenuineFiles {

    private final String agreement;
    private final Sealing sealing;
    private final TransferComposer composer;

    /** @param composer reads what a file orders */
    public GenuineFiles(String agreement, Sealing sealing, TransferComposer composer) {
        this.agreement = agreement;
        this.sealing = sealing;
        this.composer = composer;
    }

    /** Nothing, when somebody changed the database. */
    public Optional<GenuineFile> open(Handle handle, PaymentFiles.Row file) {
        try {
            byte[] content = sealing.open(file.name(), file.vault());
            TransferTotals ordered = composer.totals(content, file.format());
            TransferTotals written = new TransferTotals(file.name(), file.payments(), file.cents(), file.execution());
            if (!Sha256.hex(content).equals(file.digest()) || !ordered.equals(written)) {
                return Optional.empty();
            }
            Optional<Releaser> by = ComposerSignature.verified(agreement, handle, file);
            Statement statement = Statements.release(agreement, file, by.map(Releaser::person));
            return Optional.of(new GenuineFile(file, content, by, statement));
        } catch (InvalidMessageException | KeyException | IOException e) {
            return Optional.empty();
        }
    }
}
