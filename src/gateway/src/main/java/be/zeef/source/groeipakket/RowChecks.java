package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceRow;
import be.zeef.allowance.AllowanceRow.Beneficiary;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.transfer.Accounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a row must be to be believed; what cannot be right makes it {@link AllowanceRow.Faulty}, with the first fault's code. */
final class RowChecks {

    private final Realm realm;
    private final LocalDate made;
    private final LocalDate bornBy;

    /** @param created when the file was made: nothing in it happened later, nobody in it was born later */
    RowChecks(DayRule days, Instant created) {
        this.realm = days.realm();
        this.made = Today.at(created);
        this.bornBy = Stream.of(made, days.bornBy(made))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    AllowanceRow check(RawRow row) {
        if (row.kind() == RawRow.Kind.CANCELLATION) {
            return new AllowanceRow.Cancelled(row.place(), row.id());
        }
        String fault = fault(row);
        if (!fault.isEmpty()) {
            return new AllowanceRow.Faulty(row.place(), row.id(), row.kind() == RawRow.Kind.CORRECTION, fault);
        }
        List<Beneficiary> beneficiaries = new ArrayList<>();
        for (RawRow.Payee payee : row.payees()) {
            beneficiaries.add(
                    new Beneficiary(Insz.of(payee.insz(), realm, bornBy), payee.name(), Accounts.normal(payee.iban())));
        }
        return new AllowanceRow.Granted(
                row.place(),
                row.id(),
                row.kind() == RawRow.Kind.CORRECTION,
                Insz.of(row.child(), realm, bornBy),
                "yes".equals(row.supplement()),
                row.nis(),
                row.postcode(),
                beneficiaries);
    }

    private String fault(RawRow row) {
        if (Insz.fault(row.child(), realm, bornBy).isPresent()) {
            return "child-insz";
        }
        if (LocalDate.parse(row.born()).isAfter(made)
                || LocalDate.parse(row.granted()).isAfter(made)) {
            return "later-than-file";
        }
        for (RawRow.Payee payee : row.payees()) {
            if (Insz.fault(payee.insz(), realm, bornBy).isPresent()) {
                return "beneficiary-insz";
            }
            if (payee.name().codePoints().noneMatch(Character::isLetter)) {
                return "name";
            }
            String account = Accounts.fault(payee.iban());
            if (!account.isEmpty()) {
                return account;
            }
        }
        boolean same = row.payees().size() == 2
                && row.payees().get(0).insz().equals(row.payees().get(1).insz());
        return same ? "beneficiary-twice" : "";
    }
}
