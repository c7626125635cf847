package be.zeef.app;

import be.zeef.ledger.Sealer;
import be.zeef.ledger.Uninterrupted;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the ledger when a run, a command or the whole gateway ends. That it could not is logged and ends nothing: what was done is done. */
public final class SealAtEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SealAtEnd.class);

    private final Sealer sealer;

    SealAtEnd(Sealer sealer) {
        this.sealer = sealer;
    }

    void seal() {
        Uninterrupted.run(this::sealNow);
    }

    private void sealNow() {
        try {
            sealer.seal()
                    .report()
                    .findings()
                    .forEach(each -> LOG.warn("{}: {}", each.code(), each.text(Locale.ENGLISH)));
        } catch (RuntimeException e) {
            LOG.warn("The ledger could not be sealed; the next run seals what was written", e);
        }
    }

    @Override
    public void close() {
        seal();
    }
}
