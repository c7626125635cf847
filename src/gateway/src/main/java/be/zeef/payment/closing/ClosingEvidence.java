package be.zeef.payment.closing;

import be.zeef.ledger.Recorded;
import be.zeef.payment.Payments;
import be.zeef.payment.Payments.State;
import be.zeef.payment.release.NamesDesk;
import be.zeef.security.Sha256;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether everything that people closed by hand was closed by the signatures that the ledger vouches for: what it was and how it
 * stood, how it was closed and why, by whom, and the signature itself; and whether whatever stands as closed was.
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
        Map<Signed, LocalDate> entries = new HashMap<>();
        List<Signed> seconds = new ArrayList<>();
        Recorded.closings(handle, entry -> {
            Signed signed = Signed.of(entry);
            entries.put(signed, Today.at(Instant.parse(entry.at())));
            if (entry.body().path("closing").asInt() == 2) {
                seconds.add(signed);
            }
        });
        List<String> breaks = new ArrayList<>();
        Set<Signed> there = Closings.done(handle).stream().map(Signed::of).collect(Collectors.toSet());
        there.forEach(signed -> told(signed, entries.keySet(), seconds).ifPresent(breaks::add));
        RemovedPayments removed = new RemovedPayments(handle);
        seconds.stream()
                .filter(second -> !isWhole(second, entries.keySet(), there)
                        && !removed.has(second.agreement(), second.what(), entries.get(second)))
                .forEach(second -> breaks.add("the two signatures that closed " + second.what() + " are not there"));
        standing(handle, State.PAID, ClosingDecision.PAID, seconds, breaks);
        standing(handle, State.GIVEN_UP, ClosingDecision.GIVEN_UP, seconds, breaks);
        return breaks;
    }

    /** What is wrong with a signature that stands there as one of two. */
    private static Optional<String> told(Signed signed, Set<Signed> entries, List<Signed> seconds) {
        if (!entries.contains(signed)) {
            return Optional.of("a signature that closed " + signed.what() + " is not one that was recorded");
        }
        return seconds.stream().anyMatch(signed::isOfTheSame)
                ? Optional.empty()
                : Optional.of(
                        "a signature that closed " + signed.what() + " is one of two of which no second was recorded");
    }

    /** Whether the second signature is there, and another person's that was recorded too and says the same. */
    private static boolean isWhole(Signed second, Set<Signed> entries, Set<Signed> there) {
        return there.contains(second)
                && there.stream()
                        .filter(entries::contains)
                        .anyMatch(first -> first.saysTheSame(second) && !first.by.equals(second.by));
    }

    /** Whether whatever stands so was closed so: by its id, with its file, or with all that is paid in another way. */
    private static void standing(
            Handle handle, State state, ClosingDecision decision, List<Signed> seconds, List<String> breaks) {
        for (Payments.Row payment : Payments.everyones(handle, state)) {
            String agreement = Payments.agreementOf(handle, payment.id()).orElseThrow();
            Set<String> names = Set.of(payment.id(), payment.file().orElse(NamesDesk.OTHER_MEANS));
            if (seconds.stream()
                    .filter(second -> second.agreement.equals(agreement) && names.contains(second.what))
                    .noneMatch(second -> second.decision.equals(decision.word()))) {
                breaks.add("the payment " + payment.id() + " stands as closed, and nobody closed it so");
            }
        }
    }

    /** Who said what by which signature. */
    private record Signed(
            String agreement,
            String what,
            String digest,
            String decision,
            String reason,
            String by,
            String certificate,
            String signature) {

        static Signed of(Closings.Row row) {
            return new Signed(
                    row.agreement(),
                    row.what(),
                    row.digest(),
                    row.decision(),
                    row.reason(),
                    row.person(),
                    row.certificate(),
                    Sha256.hex(row.signature()));
        }

        static Signed of(Recorded entry) {
            JsonNode body = entry.body();
            return new Signed(
                    entry.agreement(),
                    body.path("what").asText(),
                    body.path("digest").asText(),
                    body.path("decision").asText(),
                    body.path("reason").asText(),
                    body.path("by").asText(),
                    body.path("certificate").asText(),
                    body.path("signature").asText());
        }

        /** Whether both are about the same as it stood at the same time. */
        boolean isOfTheSame(Signed other) {
            return agreement.equals(other.agreement) && what.equals(other.what) && digest.equals(other.digest);
        }

        boolean saysTheSame(Signed other) {
            return isOfTheSame(other) && decision.equals(other.decision) && reason.equals(other.reason);
        }
    }
}
