package be.zeef.ledger.stamp;

import be.zeef.ledger.seal.Checkpoints;
import be.zeef.security.stamp.StampRefusedException;
import be.zeef.security.stamp.StampTrust;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Holds every time-stamp against the checkpoint that it is over, and against those before and after it. */
public final class StampEvidence {

    /** Two who seal at once may stamp in another order; who made a stamp anew is later than that. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    private final Optional<StampTrust> trust;

    /** @param trust whose stamps are believed; empty where nobody's are */
    public StampEvidence(Optional<StampTrust> trust) {
        this.trust = trust;
    }

    /** What does not hold. */
    public List<Finding> of(Handle handle) {
        List<Stamps.Row> stamps = Stamps.all(handle);
        if (stamps.isEmpty()) {
            return List.of();
        }
        if (trust.isEmpty()) {
            return List.of(of("ledger.stamp-untrusted", stamps.size()));
        }
        Map<Long, String> notes = Checkpoints.all(handle).stream()
                .collect(Collectors.toMap(
                        Checkpoints.Row::size, Checkpoints.Row::note, (one, other) -> one, TreeMap::new));
        List<Finding> findings = new ArrayList<>();
        Instant latest = Instant.MAX;
        for (int i = stamps.size() - 1; i >= 0; i--) {
            Stamps.Row stamp = stamps.get(i);
            Optional<Instant> at = time(stamp, notes.remove(stamp.size()), findings);
            if (at.isPresent()
                    && latest != Instant.MAX
                    && at.get().minus(OUT_OF_ORDER).isAfter(latest)) {
                findings.add(of("ledger.stamp-late", stamp.size()));
            }
            latest = at.filter(latest::isAfter).orElse(latest);
        }
        lacking(notes.keySet().stream()
                        .filter(size -> size > stamps.get(0).size()
                                && size < stamps.get(stamps.size() - 1).size())
                        .toList())
                .ifPresent(findings::add);
        return findings;
    }

    private Optional<Instant> time(Stamps.Row stamp, String note, List<Finding> findings) {
        if (note == null) {
            findings.add(of("ledger.stamp-alone", stamp.size()));
            return Optional.empty();
        }
        try {
            return Optional.of(trust.orElseThrow()
                    .verify(stamp.bytes().orElse(new byte[0]), note.getBytes(StandardCharsets.UTF_8)));
        } catch (StampRefusedException e) {
            findings.add(Finding.error(
                    "ledger.stamp-false",
                    Location.WHOLE,
                    String.valueOf(stamp.size()),
                    e.reason().name()));
            return Optional.empty();
        }
    }

    private static Optional<Finding> lacking(List<Long> sizes) {
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "ledger.stamp-lacks",
                        Location.WHOLE,
                        String.valueOf(sizes.size()),
                        String.valueOf(sizes.get(0))));
    }

    private static Finding of(String code, long number) {
        return Finding.error(code, Location.WHOLE, String.valueOf(number));
    }
}
