package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.claim.Claims.State;
import be.zeef.payment.BankCases;
import be.zeef.payment.Payee;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.References;
import be.zeef.payment.ShareTransfers;
import be.zeef.payment.intake.Intake;
import be.zeef.payment.intake.MonthRows;
import be.zeef.sieve.Outcome;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a run pays of claims. Each claim's transfer was made with its grant, so a run makes none but those that the bank refused and
 * whose association has another account in the register since.
 */
public final class ClaimIntake implements Intake {

    private final String agreement;
    private final ClaimYears years;
    private final Path register;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;

    /** @param register the file of associations */
    public ClaimIntake(Agreement agreement, Path register, PaymentSecrets secrets, Jdbi jdbi) {
        this.agreement = agreement.id();
        this.years = new ClaimYears(agreement, ClaimRefusals.terms(agreement));
        this.register = register;
        this.secrets = secrets;
        this.jdbi = jdbi;
    }

    @Override
    public void upTo(LocalDate on, PaymentTally tally) {
        boolean any = jdbi.withHandle(handle -> !refused(handle).isEmpty());
        if (any) {
            Map<String, Association> all = AssociationFile.read(register);
            int again = jdbi.inTransaction(handle -> payAgain(handle, all));
            if (again > 0) {
                tally.tell(Finding.information("claim.paid-again", Location.WHOLE, Integer.toString(again)));
            }
        }
        jdbi.useHandle(handle -> tally.taken(
                "claims", Payments.in(handle, agreement, Payments.State.OPEN).size()));
    }

    private int payAgain(Handle handle, Map<String, Association> all) {
        References references = secrets.references();
        ShareTransfers transfers = new ShareTransfers(secrets, handle);
        int again = 0;
        for (Payments.Row payment : refused(handle)) {
            Claims.Row claim =
                    Claims.ofPayment(handle, agreement, payment.child()).orElseThrow();
            Optional<Association> corrected = Optional.ofNullable(all.get(claim.association()))
                    .filter(now -> !references.account(now.iban()).equals(payment.account()));
            if (corrected.isPresent()) {
                Payee to = new Payee(corrected.get().name(), corrected.get().iban(), claim.reference());
                transfers.pay(payment.child(), payment.share(), payment.cents(), payment.payee(), to);
                again++;
            }
        }
        return again;
    }

    /** Those of which the bank refused the account, and no other transfer was made for. */
    private List<Payments.Row> refused(Handle handle) {
        return BankCases.open(handle, agreement).stream()
                .filter(each -> each.isOpenAs(BankCases.Kind.ACCOUNT))
                .flatMap(each -> Payments.find(handle, agreement, each.payment()).stream())
                .toList();
    }

    /** Of the year of this day. */
    @Override
    public MonthRows rows(Handle handle, LocalDate on, PaymentTally tally) {
        Map<State, Long> counts = Claims.counts(handle, agreement, years.of(on));
        long undetermined = counts.getOrDefault(State.UNDETERMINED, 0L);
        int refused = refused(handle).size();
        if (undetermined > 0) {
            tally.tell(Finding.information("claim.undetermined", Location.WHOLE, Long.toString(undetermined)));
        }
        if (refused > 0) {
            tally.tell(Finding.warning("claim.refused-account", Location.WHOLE, Integer.toString(refused), agreement));
        }
        return new MonthRows(
                Map.of(
                        Outcome.ELIGIBLE,
                        counts.getOrDefault(State.GRANTED, 0L),
                        Outcome.NOT_ELIGIBLE,
                        counts.getOrDefault(State.REFUSED, 0L) + counts.getOrDefault(State.NOTHING_LEFT, 0L),
                        Outcome.UNDETERMINED,
                        undetermined),
                undetermined > 0 ? Map.of("claim.undetermined", undetermined) : Map.of(),
                refused > 0);
    }
}
