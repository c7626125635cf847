package be.zeef.payment.closing;

import be.zeef.ledger.Written;
import be.zeef.ledger.event.Released;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.OpenCase;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.release.AdmittedSigners;
import be.zeef.payment.release.Releaser;
import be.zeef.security.PersonSignature;
import be.zeef.security.Sha256;
import be.zeef.security.SignatureRefusedException;
import be.zeef.subject.HiddenNumber;
import be.zeef.trust.Statement;
import be.zeef.validation.InvalidMessageException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Shows what is open, and closes it for two different people who sign the same: what it is, how it stands, how it is closed, and why. */
public final class ClosingDesk {

    private final AdmittedSigners admission;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;
    private final long bound;

    /** @param within how long the bank's last word is waited for before people may close what it did not end; whole days */
    public ClosingDesk(
            AdmittedSigners admission,
            PaymentSecrets secrets,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock,
            Duration within) {
        this.admission = admission;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
        this.bound = within.toDays();
    }

    /** Everything that is open at the bank, the oldest first. */
    public List<OpenCase> open() {
        return jdbi.withHandle(handle -> OpenCase.all(handle, ledger.agreement(), clock));
    }

    /** Whether a person must decide on this now. */
    public boolean isForAPerson(OpenCase open) {
        return open.isForAPerson(bound);
    }

    /**
     * How something is to be closed.
     *
     * @param what a transfer's id, a file's name for all that is open of it, or {@code other-means}
     * @param wish how and why; empty to sign what another person wished
     */
    public record Request(String what, Optional<Wish> wish) {}

    /** @param reason printable ASCII, at most 200 characters, without anybody's number */
    public record Wish(ClosingDecision decision, String reason) {

        public Wish {
            if (!reason.matches("[ -~]{3,200}") || HiddenNumber.in(reason)) {
                throw new PaymentRefusedException(
                        "A reason is of 3 to 200 plain letters, digits and signs, and holds nobody's"
                                + " number: it stands in the ledger for good.");
            }
        }
    }

    /**
     * What a signature did.
     *
     * @param first whether another person must sign the same
     */
    public record Closed(boolean first, int payments, Wish wish) {}

    /** @throws PaymentRefusedException when it cannot be closed, or not so */
    public Statement statement(Request asked) {
        return jdbi.inTransaction(handle -> paper(handle, asked).statement());
    }

    /**
     * @param signature over the {@link #statement}, detached CMS
     * @throws PaymentRefusedException when it cannot be closed, not so, or not by whoever signed
     */
    public Closed close(Request asked, byte[] signature) {
        return jdbi.inTransaction(handle -> close(handle, paper(handle, asked), signature));
    }

    private record Paper(Closable closable, Wish wish, Statement statement) {}

    private Paper paper(Handle handle, Request asked) {
        Closable closable = Closable.of(handle, ledger.agreement(), asked.what(), clock, bound);
        Wish wish = asked.wish().orElseGet(() -> wished(handle, closable));
        new Closing(secrets, ledger, handle, clock.instant()).require(closable, wish.decision());
        return new Paper(closable, wish, statement(closable, wish));
    }

    private Wish wished(Handle handle, Closable closable) {
        return Closings.waiting(handle, ledger.agreement(), closable.what()).stream()
                .filter(row -> row.digest().equals(closable.digest()))
                .findFirst()
                .map(row -> new Wish(ClosingDecision.of(row.decision()), row.reason()))
                .orElseThrow(() -> new PaymentRefusedException(
                        "Nobody has closed " + closable + " as it stands now. Say how and why (--as, --reason)."));
    }

    private Statement statement(Closable closable, Wish wish) {
        return new Statement(
                "closing of open payments",
                List.of(
                        Map.entry("agreement", ledger.agreement()),
                        Map.entry("what", closable.what()),
                        Map.entry("payments", Integer.toString(closable.all().size())),
                        Map.entry("cents", Long.toString(closable.cents())),
                        Map.entry("sha-256", closable.digest()),
                        Map.entry("closed as", wish.decision().word()),
                        Map.entry("because", wish.reason())));
    }

    private Closed close(Handle handle, Paper paper, byte[] signature) {
        Releaser by = signer(paper.statement(), signature)
                .orElseThrow(() -> new PaymentRefusedException("This is no signature over how " + paper.closable()
                        + " stands now. Look at it again (zeef payment open), and sign what you see."));
        boolean second = Closings.waiting(
                        handle, ledger.agreement(), paper.closable().what())
                .stream()
                .anyMatch(row -> isAnother(row, paper.statement(), by));
        Closings.Row said = write(handle, paper, by, signature, second ? 2 : 1);
        if (second) {
            new Closing(secrets, ledger, handle, clock.instant())
                    .close(paper.closable(), paper.wish().decision());
            Closings.done(handle, said, now());
        }
        return new Closed(!second, paper.closable().all().size(), paper.wish());
    }

    /** Whether somebody else, with another key, signed the same, and counts now. */
    private boolean isAnother(Closings.Row row, Statement statement, Releaser by) {
        try {
            return signer(statement, row.signature())
                    .filter(other -> other.person().equals(row.person())
                            && other.fingerprint().equals(row.certificate()))
                    .filter(other -> !other.person().equals(by.person()) && !other.hasTheKeyOf(by.certificate()))
                    .isPresent();
        } catch (PaymentRefusedException e) {
            // whoever may act on payments no more has said nothing
            return false;
        }
    }

    /** Nobody, when it is no signature over this. */
    private Optional<Releaser> signer(Statement statement, byte[] signature) {
        try {
            return Optional.of(admission.admitted(PersonSignature.verified(statement.bytes(), signature)));
        } catch (SignatureRefusedException e) {
            return Optional.empty();
        }
    }

    private Closings.Row write(Handle handle, Paper paper, Releaser by, byte[] signature, int step) {
        Written.faultOfBoth(by.person(), paper.wish().reason(), "--reason").ifPresent(fault -> {
            throw InvalidMessageException.of(ledger.agreement(), fault);
        });
        Closable closable = paper.closable();
        String decision = paper.wish().decision().word();
        Closings.Row said = new Closings.Row(
                ledger.agreement(),
                closable.what(),
                by.person(),
                decision,
                paper.wish().reason(),
                closable.digest(),
                by.fingerprint(),
                signature,
                now());
        Closings.put(handle, said);
        ledger.record(
                handle,
                new Released.Closing(
                        closable.what(),
                        closable.digest(),
                        closable.all().size(),
                        decision,
                        paper.wish().reason(),
                        by.person(),
                        by.fingerprint(),
                        Sha256.hex(signature),
                        step));
        return said;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
