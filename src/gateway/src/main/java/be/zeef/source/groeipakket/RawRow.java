package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceRow.Place;
import java.util.List;

/** A row as it is written, before anything in it is believed. */
record RawRow(
        Place place,
        Kind kind,
        String id,
        String child,
        String born,
        String granted,
        String supplement,
        String nis,
        String postcode,
        List<Payee> payees) {

    enum Kind {
        GRANT,
        CORRECTION,
        CANCELLATION
    }

    record Payee(String insz, String name, String iban) {
        boolean isEmpty() {
            return insz.isEmpty() && name.isEmpty() && iban.isEmpty();
        }

        @Override
        public String toString() {
            return "Payee";
        }
    }

    RawRow {
        payees = List.copyOf(payees);
    }

    @Override
    public String toString() {
        return "RawRow";
    }
}
