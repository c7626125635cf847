package be.zeef.payment.closing;

import be.zeef.ledger.Recorded;
import be.zeef.security.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether everything that people closed by hand was closed by the signatures that the ledger vouches for: what it was and how it
 * stood, how it was closed and why, by whom, and the signature itself.
 */
public final class ClosingEvidence {

    private final Jdbi jdbi;

    public ClosingEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.inTransaction(ClosingEvidence::breaks);
    }

    private static List<String> breaks(Handle handle) {
        List<JsonNode> entries = new ArrayList<>();
        Recorded.closings(handle, entry -> entries.add(entry.body()));
        Set<Signed> recorded = entries.stream().map(Signed::of).collect(Collectors.toSet());
        List<Closings.Row> rows = Closings.done(handle);
        List<String> breaks = new ArrayList<>();
        Set<Signed> there = new HashSet<>();
        for (Closings.Row row : rows) {
            Signed signed = Signed.of(row);
            there.add(signed);
            if (!recorded.contains(signed)) {
                breaks.add("a signature that closed " + row.what() + " is not one that was recorded");
            }
        }
        entries.stream()
                .filter(entry -> entry.path("closing").asInt() == 2)
                .map(Signed::of)
                .filter(second -> !isWhole(second, recorded, there))
                .forEach(second -> breaks.add("the two signatures that closed " + second.what() + " are not there"));
        return breaks;
    }

    /** Whether the second signature is there, and another person's that was recorded too and says the same. */
    private static boolean isWhole(Signed second, Set<Signed> recorded, Set<Signed> there) {
        return there.contains(second)
                && there.stream()
                        .filter(recorded::contains)
                        .anyMatch(first -> first.saysTheSame(second) && !first.by.equals(second.by));
    }

    /** Who said what by which signature. */
    private record Signed(
            String what,
            String digest,
            String decision,
            String reason,
            String by,
            String certificate,
            String signature) {

        static Signed of(Closings.Row row) {
            return new Signed(
                    row.what(),
                    row.digest(),
                    row.decision(),
                    row.reason(),
                    row.person(),
                    row.certificate(),
                    Sha256.hex(row.signature()));
        }

        static Signed of(JsonNode entry) {
            return new Signed(
                    entry.path("what").asText(),
                    entry.path("digest").asText(),
                    entry.path("decision").asText(),
                    entry.path("reason").asText(),
                    entry.path("by").asText(),
                    entry.path("certificate").asText(),
                    entry.path("signature").asText());
        }

        boolean saysTheSame(Signed other) {
            return what.equals(other.what)
                    && digest.equals(other.digest)
                    && decision.equals(other.decision)
                    && reason.equals(other.reason);
        }
    }
}
