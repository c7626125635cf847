package be.zeef.payment.run;

import be.zeef.allowance.AllowanceRow;
import be.zeef.allowance.AllowanceRow.Beneficiary;
import be.zeef.allowance.AllowanceRow.Cancelled;
import be.zeef.allowance.AllowanceRow.Faulty;
import be.zeef.allowance.AllowanceRow.Granted;
import be.zeef.allowance.AllowanceRow.Place;
import be.zeef.sandbox.groeipakket.Numbers;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.util.ArrayList;
import java.util.List;

/** What VUTG says of one family, and what it says next. Each change gives another one. */
record Family(int child, String allowance, List<Long> accounts, String nis, String postcode, boolean supplement) {

    /** With one parent who has an account. */
    static Family of(int child) {
        return new Family(child, "GB-" + child, List.of(child * 1000L + 1), "37021", "8750", false);
    }

    /** The accounts of its beneficiaries; 0 for none. */
    Family paidTo(Long... now) {
        return new Family(child, allowance, List.of(now), nis, postcode, supplement);
    }

    Family under(String another) {
        return new Family(child, another, accounts, nis, postcode, supplement);
    }

    Family livingAt(String nisNow, String postcodeNow) {
        return new Family(child, allowance, accounts, nisNow, postcodeNow, supplement);
    }

    Family withSupplement() {
        return new Family(child, allowance, accounts, nis, postcode, true);
    }

    static String iban(long account) {
        return account == 0 ? "" : Numbers.account(9_630_000_000L + account);
    }

    Granted grant(int row) {
        return row(row, false);
    }

    Granted correction(int row) {
        return row(row, true);
    }

    Cancelled cancellation(int row) {
        return new Cancelled(new Place(row, row), allowance);
    }

    Faulty faulty(int row, boolean correction) {
        return new Faulty(new Place(row, row), allowance, correction, "iban");
    }

    private Granted row(int row, boolean correction) {
        List<Beneficiary> beneficiaries = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            beneficiaries.add(new Beneficiary(
                    Insz.of(Numbers.insz(1990, child * 2 + i), Realm.SANDBOX), "Ouder Test", iban(accounts.get(i))));
        }
        return new AllowanceRow.Granted(
                new Place(row, row),
                allowance,
                correction,
                Insz.of(Numbers.insz(2026, child), Realm.SANDBOX),
                supplement,
                nis,
                postcode,
                beneficiaries);
    }
}
