package be.zeef.payment;

import be.zeef.sieve.Outcome;
import be.zeef.source.AllowanceHead;
import be.zeef.source.AllowanceRow;
import be.zeef.source.AllowanceRow.Cancelled;
import be.zeef.source.AllowanceRow.Faulty;
import be.zeef.source.AllowanceRow.Granted;
import be.zeef.validation.Finding;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Enters the rows of one file, within one transaction.
 *
 * <ul>
 *   <li>What was said later counts, whatever order the files come in.
 *   <li>Before money may have moved, it takes the place of what was said before.
 *   <li>After that, only a transfer that the bank refused is made again; anything else is told for a person to decide.
 * </ul>
 */
final class Book {

    private final PaymentTools tools;
    private final Handle handle;
    private final AllowanceHead head;
    private final Tally tally;
    private final References references;
    private final Standing standing;
    private final Again again;
    private long granted;

    Book(PaymentTools tools, Handle handle, AllowanceHead head, Tally tally) {
        this.tools = tools;
        this.handle = handle;
        this.head = head;
        this.tally = tally;
        this.references = tools.references();
        this.standing = new Standing(tools, handle, tally);
        this.again = new Again(tools, handle, references);
    }

    /** Children that get a premium by this file. */
    long granted() {
        return granted;
    }

    void enter(AllowanceRow row) {
        String allowance = references.allowance(row.id());
        Optional<Allowances.Known> known = Allowances.find(handle, tools.id(), allowance);
        Made made = made(row, allowance, known);
        if (made.stands()) {
            Allowances.put(handle, tools.id(), allowance, head, row.place(), made);
        } else {
            Allowances.saidAgain(handle, tools.id(), allowance, head);
        }
        AllowanceFiles.line(handle, tools.id(), head.file(), row.place(), allowance, kind(row), made);
        // what waits for somebody is told at the end of every run, and by the month's runs after it
        if (!made.code().isEmpty() && made.outcome() != Outcome.UNDETERMINED) {
            tally.tell(Finding.warning(made.code(), Allowances.location(head.file(), row.place())));
        }
    }

    private Made made(AllowanceRow row, String allowance, Optional<Allowances.Known> known) {
        if (known.isPresent() && head.created().isBefore(known.get().created())) {
            return Made.beside(known.get().outcome(), "payment.older");
        }
        Optional<Premiums.Row> premium = Premiums.ofAllowance(handle, tools.id(), allowance);
        if (premium.isEmpty()) {
            return fresh(row, allowance, known);
        }
        if (standing.isPaid(premium.get())) {
            return afterPayment(row, premium.get());
        }
        if (row instanceof Granted grant && !grant.correction() && again.repeats(grant, premium.get())) {
            return Made.beside(Outcome.ELIGIBLE, "payment.repeated");
        }
        standing.remove(premium.get());
        return fresh(row, allowance, known);
    }

    private Made afterPayment(AllowanceRow row, Premiums.Row premium) {
        if (row instanceof Granted correction) {
            return again.pay(correction, premium);
        }
        String code = row instanceof Cancelled ? "payment.cancellation-of-paid" : "payment.correction-of-paid";
        return Made.beside(Outcome.UNDETERMINED, code);
    }

    private Made fresh(AllowanceRow row, String allowance, Optional<Allowances.Known> known) {
        if (row instanceof Granted grant) {
            return grant(grant, allowance);
        }
        if (row instanceof Faulty faulty) {
            return Made.stands(Outcome.UNDETERMINED, "groeipakket." + faulty.code(), "");
        }
        return Made.stands(Outcome.NOT_ELIGIBLE, known.isPresent() ? "" : "payment.cancellation-unknown", "");
    }

    private Made grant(Granted row, String allowance) {
        String child = references.person(row.child());
        Optional<Premiums.Row> other = Premiums.ofChild(handle, tools.id(), child);
        if (other.isPresent()) {
            return standing.isPaidForGood(other.get())
                    ? Made.stands(Outcome.NOT_ELIGIBLE, "payment.already-paid", child)
                    : Made.stands(Outcome.UNDETERMINED, "payment.already", child);
        }
        Entitlement entitlement = Entitlement.of(tools, row);
        if (entitlement.outcome() != Outcome.ELIGIBLE) {
            String code = entitlement.outcome() == Outcome.UNDETERMINED ? entitlement.code() : "";
            return Made.stands(entitlement.outcome(), code, child);
        }
        if (row.beneficiaries().stream()
                .anyMatch(each -> !tools.bank().composer().canWrite(each.name()))) {
            return Made.stands(Outcome.UNDETERMINED, "groeipakket.name", child);
        }
        int shares = entitlement.shares().size();
        Premiums.insert(handle, tools.id(), new Premiums.Row(child, allowance, entitlement.cents(), shares));
        Shares made = new Shares(tools, handle, references);
        for (int share = 1; share <= shares; share++) {
            made.pay(
                    child,
                    share,
                    entitlement.shares().get(share - 1),
                    row.beneficiaries().get(share - 1));
        }
        granted++;
        return Made.stands(Outcome.ELIGIBLE, "", child);
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
