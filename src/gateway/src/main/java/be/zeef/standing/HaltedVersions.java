package be.zeef.standing;

import be.zeef.ledger.Halts;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Halts whatever would go on under a version that an officer suspended or revoked.
 *
 * @param version of an agreement, by its id: the one that this process works with
 */
public record HaltedVersions(Standings standings, UnaryOperator<String> version) implements Halts {

    @Override
    public void require(Handle handle, String agreement) {
        String id = agreement.replaceFirst("/.*", "");
        standings.halt(handle, id, version.apply(id)).ifPresent(halt -> {
            throw halt.exception();
        });
    }
}
