package be.zeef.abandonment;

import be.zeef.delivery.RunDeliveries;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.run.SyncRefusedException;
import be.zeef.security.Fingerprint;
import be.zeef.security.PersonSignature;
import be.zeef.security.Sha256;
import be.zeef.security.SignatureRefusedException;
import be.zeef.standing.Officers;
import be.zeef.trust.Statement;
import be.zeef.validation.InvalidMessageException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where people abandon an unfinished run: the first one of an agreement or of a benefit. It needs neither the agreement's file nor its
 * approval, and goes on with nothing, so it works under one that was edited, halted or taken away.
 */
public final class AbandonDesk {

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final Officers people;
    private final Clock clock;

    /** @param people whose signatures count for an agreement, by its id */
    public AbandonDesk(Jdbi jdbi, Officers people, Clock clock) {
        this.jdbi = jdbi;
        this.ledger = new Ledger(jdbi, clock);
        this.people = people;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param run as it stood
     * @param done whether it is abandoned; otherwise another person must sign the same
     * @param freed grants that are in no delivery again
     */
    public record Outcome(Abandonable run, String reason, boolean done, int freed) {}

    /** @throws SyncRefusedException when none is unfinished */
    public Abandonable open(String agreement) {
        return jdbi.inTransaction(handle -> Abandonable.of(handle, agreement));
    }

    /**
     * Abandons a run of which nothing was handed over.
     *
     * @param clerk who does it ({@link Written#faultOfName})
     * @param reason at most 200 signs, without anybody's number
     * @throws SyncRefusedException when none is unfinished, or two people must sign
     */
    public Outcome abandon(String agreement, String clerk, String reason) {
        if (Written.faultOfName(clerk, "clerk").isPresent()
                || Written.faultOfBoth(clerk, reason, "reason").isPresent()) {
            throw new IllegalArgumentException("a run is abandoned by somebody who can be named");
        }
        requireReason(agreement, reason);
        return jdbi.inTransaction(handle -> {
            Abandonable run = Abandonable.of(handle, agreement);
            if (run.isForTwo()) {
                throw new SyncRefusedException(
                        "Of this sync of " + run.row().agreement() + " something was handed over,"
                                + " or may have been, so two people sign that it is abandoned, each with a key of their own: zeef"
                                + " abandon " + agreement + " --reason TEXT --key FILE");
            }
            return new Outcome(run, reason, true, new Ending(handle, ledger).end(run, reason, List.of(clerk)));
        });
    }

    /**
     * What is to be signed, as the run stands now.
     *
     * @param reason empty for that of whoever signed first
     * @throws SyncRefusedException when none is unfinished, or nobody gave a reason yet
     */
    public Statement statement(String agreement, Optional<String> reason) {
        return jdbi.inTransaction(handle -> Paper.of(handle, agreement, reason).statement());
    }

    /**
     * One of two people abandons it; with the second it is done.
     *
     * @param signature over the {@link #statement}, detached CMS
     * @throws SyncRefusedException when none is unfinished, or whoever signed does not count, or signed something else
     */
    public Outcome sign(String agreement, Optional<String> reason, byte[] signature) {
        return jdbi.inTransaction(handle -> {
            Paper paper = Paper.of(handle, agreement, reason);
            Signer by = signer(paper, signature)
                    .orElseThrow(() -> new SyncRefusedException("This is no signature over how the sync of " + agreement
                            + " stands now, by somebody whose signature counts for it: its data-protection officers,"
                            + " and who may release under it. Look at it again (zeef abandon " + agreement
                            + "), and sign what you see."));
            Optional<Signer> first = Abandonments.of(handle, paper.run().row().id()).stream()
                    .filter(row -> paper.isOf(row))
                    .flatMap(row -> signer(paper, row.signature()).stream()
                            .filter(other -> other.name().equals(row.person()) && other.isAnother(by)))
                    .findFirst();
            write(handle, paper, by, signature, first.isPresent() ? 2 : 1);
            if (first.isEmpty()) {
                return new Outcome(paper.run(), paper.reason(), false, 0);
            }
            int freed = new Ending(handle, ledger)
                    .end(paper.run(), paper.reason(), List.of(first.get().name(), by.name()));
            return new Outcome(paper.run(), paper.reason(), true, freed);
        });
    }

    private void write(Handle handle, Paper paper, Signer by, byte[] signature, int step) {
        String certificate = Fingerprint.of(by.certificate()).hex();
        Abandonments.put(
                handle,
                new Abandonments.Row(
                        paper.run().row().id(),
                        by.name(),
                        paper.reason(),
                        paper.run().digest(),
                        certificate,
                        signature,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        ledger.append(
                handle,
                paper.run().row().agreement(),
                paper.run().row().id(),
                new SyncEnded.AbandonSigned(
                        paper.run().digest(), paper.reason(), by.name(), certificate, Sha256.hex(signature), step));
    }

    private record Signer(String name, X509Certificate certificate) {

        /** Two people, with two keys. */
        boolean isAnother(Signer other) {
            return !name.equals(other.name) && !certificate.getPublicKey().equals(other.certificate.getPublicKey());
        }
    }

    /** Nobody, when it is no signature over this, or of nobody who counts. */
    private Optional<Signer> signer(Paper paper, byte[] signature) {
        try {
            X509Certificate found = PersonSignature.verified(paper.statement().bytes(), signature);
            String id = paper.run().row().agreement().replaceFirst("/.*", "");
            return people.of(id).entrySet().stream()
                    .filter(each -> each.getValue().equals(found))
                    .map(each -> new Signer(each.getKey(), each.getValue()))
                    .findFirst();
        } catch (SignatureRefusedException e) {
            return Optional.empty();
        }
    }

    private static void requireReason(String agreement, String reason) {
        Written.faultOfReason(reason, "--reason").ifPresent(fault -> {
            throw InvalidMessageException.of(agreement, fault);
        });
    }

    /** What both sign. */
    private record Paper(Abandonable run, String reason) {

        static Paper of(Handle handle, String agreement, Optional<String> reason) {
            Abandonable run = Abandonable.of(handle, agreement);
            String why = reason.or(() -> Abandonments.of(handle, run.row().id()).stream()
                            .filter(row -> row.digest().equals(run.digest()))
                            .map(Abandonments.Row::reason)
                            .findFirst())
                    .orElseThrow(() -> new SyncRefusedException("Nobody has signed that this sync of "
                            + run.row().agreement() + " is abandoned as it stands now. Say why (--reason)."));
            requireReason(agreement, why);
            if (!why.matches("[ -~]*")) {
                throw new SyncRefusedException("A reason that is signed is of plain letters, digits and signs (ASCII),"
                        + " so that nobody can be shown another text than is signed. Write it without accents.");
            }
            return new Paper(run, why);
        }

        boolean isOf(Abandonments.Row row) {
            return row.digest().equals(run.digest()) && row.reason().equals(reason);
        }

        Statement statement() {
            return new Statement(
                    "abandoning of a sync",
                    Stream.of(
                                    Map.entry("agreement", run.row().agreement()),
                                    Map.entry("run", Long.toString(run.row().id())),
                                    Map.entry("of", run.row().on().toString()),
                                    Map.entry("got to", run.row().state().name()),
                                    Map.entry(
                                            "question files",
                                            Integer.toString(run.files().size())),
                                    Map.entry("deliveries that stay", names(run.deliveries())),
                                    Map.entry("others handed over", Long.toString(run.others())),
                                    Map.entry("deliveries withdrawn", names(run.withheld())),
                                    Map.entry("sha-256", run.digest()),
                                    Map.entry("because", reason))
                            .toList());
        }

        private static String names(List<RunDeliveries.Packed> deliveries) {
            return deliveries.isEmpty()
                    ? "none"
                    : String.join(
                            ", ",
                            deliveries.stream().map(RunDeliveries.Packed::name).toList());
        }
    }
}
