package be.zeef.sandbox.groeipakket;

import be.zeef.sandbox.groeipakket.Allowance.Payee;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Births that never were, the same for the same seed: each month some with two beneficiaries, one without an account, one elsewhere,
 * one with a mistyped account, one with an account that the bank has closed, and one of unknown residence; the next month's
 * file corrects what it can, cancels one and repeats one.
 */
public final class Births {

    /** NIS code and postcodes of the municipality that the files are for. */
    public static final String MUNICIPALITY = "37021";

    private static final int A_MONTH = 14;

    /** One child is born a day, and each seed has a serial number of its own. */
    private static final int SERIALS = 998;

    private static final String[] FIRST = {"Zoë", "Łukasz", "Åse", "José", "Çelik", "Noëlle", "Jürgen", "Maëlle"};
    private static final String[] LAST = {"Testouder", "D'Hondt-Test", "Van den Teststraete", "Ouđer-Tést"};

    private final long seed;
    private final YearMonth first;

    /** @param first the month from which on files are sent */
    public Births(long seed, YearMonth first) {
        this.seed = seed;
        this.first = first;
    }

    /** The file of this month. */
    public MonthFile file(YearMonth month) {
        List<Allowance> rows = new ArrayList<>(grants(month));
        if (month.isAfter(first)) {
            rows.addAll(corrections(month.minusMonths(1)));
        }
        return new MonthFile(
                "VUTG-" + MUNICIPALITY + "-" + month + "-1",
                month,
                month.atEndOfMonth().plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC),
                MUNICIPALITY,
                rows);
    }

    /** The grants of this month, in the order of the births. */
    public List<Allowance> grants(YearMonth month) {
        List<Allowance> rows = new ArrayList<>();
        for (int i = 0; i < A_MONTH; i++) {
            rows.add(grant(month, i));
        }
        return rows;
    }

    private Allowance grant(YearMonth month, int i) {
        int number = month.getMonthValue() * 20 + i;
        List<Payee> payees = new ArrayList<>();
        String account = i == 4 ? "" : account(number, i == 9);
        payees.add(new Payee(parent(number), name(number), i == 7 ? mistyped(account) : account));
        if (i % 3 == 0) {
            payees.add(new Payee(parent(number + 5000), name(number + 3), account(number + 5000, false)));
        }
        LocalDate born = month.atDay(1 + i);
        String nis = i == 6 ? "44021" : i == 10 || i == 11 ? "" : MUNICIPALITY;
        String postcode = i == 6 ? "9000" : i == 10 ? "8755" : i == 11 ? "" : "8750";
        return new Allowance(
                "grant",
                "GB-" + month.getYear() + "-" + (700000 + number),
                Numbers.insz(born, 1 + (int) (seed % SERIALS)),
                born,
                born.plusDays(10).isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : born.plusDays(10),
                i == 13,
                nis,
                postcode,
                payees);
    }

    private List<Allowance> corrections(YearMonth before) {
        List<Allowance> rows = new ArrayList<>();
        List<Allowance> earlier = grants(before);
        rows.add(again(earlier.get(7), before, 7));
        rows.add(again(earlier.get(9), before, 9));
        rows.add(earlier.get(11).corrected(MUNICIPALITY, "8750"));
        rows.add(earlier.get(12).cancelled());
        rows.add(earlier.get(2));
        return rows;
    }

    private Allowance again(Allowance row, YearMonth before, int i) {
        List<Payee> payees = new ArrayList<>(row.payees());
        Payee first = payees.get(0);
        payees.set(0, new Payee(first.insz(), first.name(), account(before.getMonthValue() * 20 + i + 9000, false)));
        return row.corrected(payees);
    }

    private String parent(int number) {
        return Numbers.insz(1985 + number % 15, number % 9000);
    }

    private static String name(int number) {
        return FIRST[number % FIRST.length] + " " + LAST[number % LAST.length];
    }

    /** The sandbox bank has closed the accounts whose number ends in 99. */
    private static String account(int number, boolean closed) {
        return Numbers.account(9_630_000_000L + number * 100L + (closed ? 99 : number % 90));
    }

    private static String mistyped(String iban) {
        char last = iban.charAt(iban.length() - 1);
        return iban.substring(0, iban.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }
}
