package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.allowance.AllowanceRow.Beneficiary;
import be.zeef.allowance.AllowanceRow.Cancelled;
import be.zeef.allowance.AllowanceRow.Faulty;
import be.zeef.allowance.AllowanceRow.Granted;
import be.zeef.objection.Objections;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Premiums;
import be.zeef.payment.References;
import be.zeef.payment.ShareTransfers;
import be.zeef.payment.Withdrawal;
import be.zeef.sieve.Outcome;
import be.zeef.validation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Enters the rows of one of VUTG's files, within one transaction.
 *
 * <ul>
 *   <li>What was said later counts, whatever order the files come in.
 *   <li>Before money may have moved, it takes the place of what was said before.
 *   <li>After that, only a transfer that the bank refused is made again; anything else is told for a person to decide.
 *   <li>Of a child who objected, or whose beneficiary did, nothing is decided: it waits for a person.
 * </ul>
 */
final class RowEntry {

    private static final String OBJECTED = "payment.objected";

    private final String agreement;
    private final PremiumRule rule;
    private final Handle handle;
    private final AllowanceHead head;
    private final PaymentTally tally;
    private final References references;
    private final PremiumStanding standing;
    private final CorrectionAfterPayment correction;
    private final ShareTransfers shares;
    private final Objections objections;
    private long granted;

    RowEntry(
            PremiumRule rule,
            PaymentSecrets secrets,
            AgreementLedger ledger,
            Handle handle,
            AllowanceHead head,
            PaymentTally tally) {
        this.agreement = ledger.agreement();
        this.rule = rule;
        this.handle = handle;
        this.head = head;
        this.tally = tally;
        this.references = secrets.references();
        this.objections = Objections.of(handle, secrets.people());
        this.standing = new PremiumStanding(agreement, handle, new Withdrawal(ledger, handle, tally), tally);
        this.shares = new ShareTransfers(secrets, handle);
        this.correction = new CorrectionAfterPayment(rule, secrets, ledger, handle);
    }

    /** Children that get a premium by this file. */
    long granted() {
        return granted;
    }

    void enter(AllowanceRow row) {
        String allowance = references.allowance(row.id());
        Optional<Allowances.Known> known = Allowances.find(handle, agreement, allowance);
        RowResult result = result(row, allowance, known);
        if (result.stands()) {
            Allowances.put(handle, agreement, allowance, head, row.place(), result);
        } else {
            Allowances.saidAgain(handle, agreement, allowance, head);
        }
        AllowanceFiles.line(handle, agreement, head.file(), row.place(), allowance, kind(row), result);
        // what waits for somebody is told at the end of every run, and by the month's runs after it
        if (!result.code().isEmpty() && result.outcome() != Outcome.UNDETERMINED) {
            tally.tell(Finding.warning(result.code(), Allowances.location(head.file(), row.place())));
        }
    }

    private RowResult result(AllowanceRow row, String allowance, Optional<Allowances.Known> known) {
        if (known.isPresent() && head.created().isBefore(known.get().created())) {
            return RowResult.beside(known.get().outcome(), "payment.older");
        }
        Optional<Premiums.Row> premium = Premiums.ofAllowance(handle, agreement, allowance);
        if (row instanceof Granted grant && isObjected(grant)) {
            return ofObjector(grant, premium);
        }
        if (premium.isEmpty()) {
            return fresh(row, allowance, known);
        }
        if (standing.isPaid(premium.get()) || corrects(row, premium.get())) {
            return afterPayment(row, premium.get());
        }
        if (row instanceof Granted grant && !grant.correction() && correction.repeats(grant, premium.get())) {
            return RowResult.beside(Outcome.ELIGIBLE, "payment.repeated");
        }
        standing.remove(premium.get());
        return fresh(row, allowance, known);
    }

    /** Whether the child, or somebody to whom it would be paid, objected: the file cannot be had without them. */
    private boolean isObjected(Granted row) {
        return objections.hasAny(Stream.concat(
                Stream.of(row.child()), row.beneficiaries().stream().map(Beneficiary::insz)));
    }

    /** What was said before and not paid is not to be paid any more. */
    private RowResult ofObjector(Granted row, Optional<Premiums.Row> premium) {
        if (premium.filter(standing::isPaid).isPresent()) {
            return RowResult.beside(Outcome.UNDETERMINED, OBJECTED);
        }
        premium.ifPresent(standing::remove);
        return RowResult.stands(Outcome.UNDETERMINED, OBJECTED, references.person(row.child()));
    }

    /** Whether the bank refused an account of the premium, and the row says nothing else than accounts. */
    private boolean corrects(AllowanceRow row, Premiums.Row premium) {
        return row instanceof Granted grant
                && standing.waitsForAccount(premium)
                && correction.saysNothingButAccounts(grant, premium);
    }

    private RowResult afterPayment(AllowanceRow row, Premiums.Row premium) {
        if (row instanceof Granted grant && !standing.isLongPaid(premium)) {
            return correction.pay(grant, premium);
        }
        if (row instanceof Granted grant && !grant.correction()) {
            return RowResult.beside(Outcome.NOT_ELIGIBLE, "payment.already-paid");
        }
        String code = row instanceof Cancelled ? "payment.cancellation-of-paid" : "payment.correction-of-paid";
        return RowResult.beside(Outcome.UNDETERMINED, code);
    }

    private RowResult fresh(AllowanceRow row, String allowance, Optional<Allowances.Known> known) {
        if (row instanceof Granted grant) {
            return grant(grant, allowance);
        }
        if (row instanceof Faulty faulty) {
            return RowResult.stands(Outcome.UNDETERMINED, "groeipakket." + faulty.code(), "");
        }
        return RowResult.stands(Outcome.NOT_ELIGIBLE, known.isPresent() ? "" : "payment.cancellation-unknown", "");
    }

    private RowResult grant(Granted row, String allowance) {
        String child = references.person(row.child());
        Optional<Premiums.Row> other = Premiums.ofChild(handle, agreement, child);
        if (other.isPresent()) {
            return standing.isPaidForGood(other.get())
                    ? RowResult.stands(Outcome.NOT_ELIGIBLE, "payment.already-paid", child)
                    : RowResult.stands(Outcome.UNDETERMINED, "payment.already", child);
        }
        Entitlement entitlement = rule.entitlement(row);
        if (!entitlement.isGiven()) {
            return RowResult.stands(entitlement.outcome(), entitlement.code(), child);
        }
        List<Long> cents = entitlement.shares();
        Premiums.insert(handle, agreement, new Premiums.Row(child, allowance, entitlement.cents(), cents.size()));
        for (int share = 1; share <= cents.size(); share++) {
            shares.pay(child, share, cents.get(share - 1), row.beneficiaries().get(share - 1));
        }
        granted++;
        return RowResult.stands(Outcome.ELIGIBLE, "", child);
    }

    private static boolean corrects(AllowanceRow row) {
        return row instanceof Cancelled
                || row instanceof Granted grant && grant.correction()
                || row instanceof Faulty faulty && faulty.correction();
    }

    private static String kind(AllowanceRow row) {
        if (row instanceof Cancelled) {
            return "cancellation";
        }
        return corrects(row) ? "correction" : "grant";
    }
}
