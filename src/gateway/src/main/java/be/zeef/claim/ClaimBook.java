package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.claim.Claims.State;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.GrantsClosed;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.BankCases;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.Withdrawal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Shows what was claimed, and withdraws a claim of which nothing can have been paid. Thread-safe. */
public final class ClaimBook {

    private final String agreement;
    private final ClaimYears years;
    private final AgreementLedger ledger;
    private final Jdbi jdbi;

    /** @throws be.zeef.validation.InvalidMessageException when nothing is claimed under this agreement */
    public ClaimBook(Agreement agreement, AgreementLedger ledger, Jdbi jdbi) {
        this.agreement = agreement.id();
        this.years = new ClaimYears(agreement, ClaimRefusals.terms(agreement));
        this.ledger = ledger;
        this.jdbi = jdbi;
    }

    /**
     * A claim as a clerk may see it: whom it is for is known by the reference alone.
     *
     * @param state such as {@code granted}
     * @param asked in eurocents
     * @param granted in eurocents
     * @param paid where its payment stands: {@code to pay}, {@code in NAME}, {@code paid}, {@code refused by the bank}; empty for none
     */
    public record Shown(
            String reference,
            LocalDate on,
            int year,
            String association,
            long asked,
            long granted,
            String state,
            String paid) {}

    /** Those of the year of this day, the newest first. */
    public List<Shown> list(LocalDate on) {
        return list(years.of(on));
    }

    /** Those of a year, the newest first. */
    public List<Shown> list(int year) {
        return jdbi.inTransaction(handle -> Claims.ofYear(handle, agreement, year).stream()
                .map(row -> shown(handle, row))
                .toList());
    }

    /**
     * Withdraws a claim; its amount is free again. A payment file that nobody has released twice is withdrawn with it, and the next
     * run composes another. One whose account the bank refused is withdrawn too, and is paid no more when the account is corrected.
     *
     * @param clerk who does it ({@link Written#faultOfName})
     * @param reason in the clerk's words ({@link Written#faultOfReason})
     * @return eurocents that are free again; 0 when it was withdrawn before, or nothing was granted
     * @throws be.zeef.validation.InvalidMessageException when there is no such claim, or it may have been paid
     */
    public long withdraw(String reference, String clerk, String reason) {
        Claims.prepare(jdbi, agreement);
        return jdbi.inTransaction(handle -> {
            Claims.lock(handle, agreement);
            Claims.Row row = Claims.find(handle, agreement, Claim.reference(reference))
                    .orElseThrow(() -> ClaimRefusals.reference(agreement, "claim.reference-unknown"));
            if (row.state() == State.WITHDRAWN) {
                return 0L;
            }
            payment(handle, row).ifPresent(last -> stop(handle, last));
            Claims.withdraw(handle, agreement, row);
            ledger.record(
                    handle,
                    new GrantsClosed.OfClaim(
                            row.subject(), row.year(), row.granted(), row.reference(), clerk, reason.strip()));
            return row.granted();
        });
    }

    /** The file before the transfer in it, as every run locks them; meanwhile a run may have put it into one. */
    private void stop(Handle handle, Payments.Row seen) {
        if (seen.file().isPresent()) {
            PaymentFiles.lock(handle, agreement, seen.file().orElseThrow());
        }
        Payments.Row now = Payments.locked(handle, seen.id());
        if (hasAccountRefused(handle, now)) {
            // nothing moved, and no correction of the account is waited for any more
            BankCases.closes(handle, now.id());
            return;
        }
        if (!now.isStoppable()) {
            throw ClaimRefusals.reference(agreement, "claim.paid", now.file().orElse(""), agreement);
        }
        if (!now.file().equals(seen.file())) {
            throw ClaimRefusals.reference(agreement, "claim.being-paid");
        }
        new Withdrawal(ledger, handle, new PaymentTally()).stop(now);
    }

    /** Whether the bank said for certain that nothing moves, because of the account. */
    private static boolean hasAccountRefused(Handle handle, Payments.Row payment) {
        return payment.state() == Payments.State.REJECTED
                && BankCases.of(handle, payment.id()).isOpenAs(BankCases.Kind.ACCOUNT);
    }

    private Optional<Payments.Row> payment(Handle handle, Claims.Row row) {
        return Payments.ofChild(handle, agreement, row.id()).stream()
                .max(Comparator.comparingInt(Payments.Row::attempt));
    }

    private Shown shown(Handle handle, Claims.Row row) {
        return new Shown(
                row.reference(),
                row.on(),
                row.year(),
                row.association(),
                row.asked(),
                row.granted(),
                row.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                payment(handle, row).map(ClaimBook::paid).orElse(""));
    }

    private static String paid(Payments.Row payment) {
        return switch (payment.state()) {
            case OPEN -> "to pay";
            case IN_FILE ->
                (payment.left() ? "sent in " : "in ") + payment.file().orElseThrow();
            case ACCEPTED, OTHER_MEANS, PAID -> "paid";
            case REJECTED -> "refused by the bank";
            case DOUBTFUL -> "in doubt at the bank";
            case GIVEN_UP -> "given up";
            case REMOVED -> "";
        };
    }
}
