package be.zeef.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The ledger.
 *
 * @param secondPlace the folder in which its signed checkpoints are kept a second time; empty for none
 * @param sealEvery how often it is sealed while a server runs; each command seals when it ends
 */
public record LedgerSettings(String secondPlace, Duration sealEvery) {

    /** That folder; it need not exist. */
    public Optional<Path> place() {
        return secondPlace.isBlank() ? Optional.empty() : Optional.of(Path.of(secondPlace));
    }
}
