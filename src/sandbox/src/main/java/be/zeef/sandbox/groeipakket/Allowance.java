package be.zeef.sandbox.groeipakket;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of a file. Nothing in it is checked: VUTG may be told to send anything.
 *
 * @param kind {@code grant}, {@code correction} or {@code cancellation}
 */
public record Allowance(
        String kind,
        String id,
        String child,
        LocalDate born,
        LocalDate granted,
        boolean supplement,
        String nis,
        String postcode,
        List<Payee> payees) {

    public Allowance {
        payees = List.copyOf(payees);
    }

    /** @param iban empty when there is no account */
    public record Payee(String insz, String name, String iban) {
        @Override
        public String toString() {
            return "Payee";
        }
    }

    /** The same as a correction, with these beneficiaries. */
    public Allowance corrected(List<Payee> now) {
        return new Allowance("correction", id, child, born, granted, supplement, nis, postcode, now);
    }

    /** The same as a correction, living here. */
    public Allowance corrected(String nisNow, String postcodeNow) {
        return new Allowance("correction", id, child, born, granted, supplement, nisNow, postcodeNow, payees);
    }

    public Allowance cancelled() {
        return new Allowance("cancellation", id, "", born, granted, false, "", "", List.of());
    }

    @Override
    public String toString() {
        return "Allowance";
    }
}
