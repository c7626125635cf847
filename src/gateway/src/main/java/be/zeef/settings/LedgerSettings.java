package be.zeef.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The ledger.
 *
 * @param secondPlace where its signed checkpoints are kept a second time: a folder, or {@code sftp:} and the name of a partner; empty for none
 * @param sealEvery how often it is sealed while a server runs; each command seals when it ends
 * @param stamp who says when its checkpoints were there
 */
public record LedgerSettings(String secondPlace, Duration sealEvery, Stamp stamp) {

    /**
     * A time-stamping authority (RFC 3161).
     *
     * @param url {@code http} or {@code https}; empty for none
     * @param policy object identifier of the policy under which its stamps count; empty for any
     * @param within how long an answer may take in all
     */
    public record Stamp(String url, String policy, Duration within) {}

    private static final String SFTP = "sftp:";

    /** The folder, where it is one; it need not exist. */
    public Optional<Path> folder() {
        return secondPlace.isBlank() || secondPlace.startsWith(SFTP)
                ? Optional.empty()
                : Optional.of(Path.of(secondPlace));
    }

    /** The partner to whose server it goes, where it is one. */
    public Optional<String> partner() {
        return secondPlace.startsWith(SFTP) ? Optional.of(secondPlace.substring(SFTP.length())) : Optional.empty();
    }
}
