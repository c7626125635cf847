package be.zeef.abandonment;

import be.zeef.ledger.Recorded;
import be.zeef.run.Syncs;
import be.zeef.security.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whether every run that stands as abandoned was, and by the signatures that the ledger has the digests of where it took two. */
public final class AbandonmentEvidence {

    private final Jdbi jdbi;

    public AbandonmentEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.inTransaction(AbandonmentEvidence::breaks);
    }

    private static List<String> breaks(Handle handle) {
        Set<Signed> entries = new HashSet<>();
        List<Signed> seconds = new ArrayList<>();
        Set<Long> ended = new HashSet<>();
        Recorded.abandonings(handle, entry -> {
            if (!entry.body().has("abandoning")) {
                ended.add(entry.sync());
                return;
            }
            Signed signed = Signed.of(entry);
            entries.add(signed);
            if (entry.body().path("abandoning").asInt() == 2) {
                seconds.add(signed);
            }
        });
        List<String> breaks = new ArrayList<>();
        Set<Signed> there = Abandonments.all(handle).stream().map(Signed::of).collect(Collectors.toSet());
        there.stream()
                .filter(signed -> !entries.contains(signed))
                .forEach(signed ->
                        breaks.add("a signature that abandons run " + signed.sync() + " is not one that was recorded"));
        seconds.stream()
                .filter(second -> !there.contains(second) || there.stream().noneMatch(second::isOfAnother))
                .forEach(second ->
                        breaks.add("the two signatures that abandoned run " + second.sync() + " are not there"));
        List<Long> stand = Syncs.abandoned(handle);
        stand.stream()
                .filter(run -> !ended.contains(run))
                .forEach(run -> breaks.add("run " + run + " stands as abandoned, and nobody abandoned it"));
        ended.stream()
                .filter(run -> !stand.contains(run))
                .forEach(run -> breaks.add("run " + run + " was abandoned, and does not stand so"));
        return breaks;
    }

    private record Signed(long sync, String by, String reason, String digest, String certificate, String signature) {

        static Signed of(Abandonments.Row row) {
            return new Signed(
                    row.sync(),
                    row.person(),
                    row.reason(),
                    row.digest(),
                    row.certificate(),
                    Sha256.hex(row.signature()));
        }

        static Signed of(Recorded entry) {
            return new Signed(
                    entry.sync(),
                    entry.text("by"),
                    entry.text("reason"),
                    entry.text("digest"),
                    entry.text("certificate"),
                    entry.text("signature"));
        }

        /** Whether the other is somebody else's, and over the same. */
        boolean isOfAnother(Signed other) {
            return sync == other.sync
                    && digest.equals(other.digest)
                    && reason.equals(other.reason)
                    && !by.equals(other.by)
                    && !certificate.equals(other.certificate);
        }
    }
}
