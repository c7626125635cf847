package be.zeef.allowance;

import be.zeef.subject.Insz;
import be.zeef.validation.Location;
import java.util.List;

/**
 * One row of a file of birth allowances. None has a {@code toString} that shows anything.
 *
 * <p>{@code id} is VUTG's id of the allowance, the same in every row about it.
 */
public sealed interface AllowanceRow {

    Place place();

    String id();

    /**
     * Where a row stands.
     *
     * @param number of the row, from 1
     * @param line of the file, decrypted, from 1; 0 when unknown
     */
    record Place(int number, int line) {
        public Location location() {
            return new Location(line, 0, "row " + number);
        }
    }

    /**
     * An allowance that was granted.
     *
     * @param correction whether it stands in the place of what was said before
     * @param supplement whether the family has the social supplement
     * @param municipality NIS code of where it lives, empty when not said
     * @param postcode of where it lives, empty when not said
     * @param beneficiaries one or two, in the order of the file
     */
    record Granted(
            Place place,
            String id,
            boolean correction,
            Insz child,
            boolean supplement,
            String municipality,
            String postcode,
            List<Beneficiary> beneficiaries)
            implements AllowanceRow {

        public Granted {
            beneficiaries = List.copyOf(beneficiaries);
            if (beneficiaries.isEmpty() || beneficiaries.size() > 2) {
                throw new IllegalArgumentException("an allowance has one or two beneficiaries");
            }
        }

        @Override
        public String toString() {
            return "Granted";
        }
    }

    /** An allowance that was not due. */
    record Cancelled(Place place, String id) implements AllowanceRow {
        @Override
        public String toString() {
            return "Cancelled";
        }
    }

    /**
     * A row that cannot be right: nothing follows from it but that somebody must correct it.
     *
     * @param code of the fault, such as {@code iban}: a text of the family {@code groeipakket} without its family
     */
    record Faulty(Place place, String id, boolean correction, String code) implements AllowanceRow {
        @Override
        public String toString() {
            return "Faulty";
        }
    }

    /**
     * Who is paid.
     *
     * @param name as the bank knows it
     * @param iban checked, empty when there is none
     */
    record Beneficiary(Insz insz, String name, String iban) {
        @Override
        public String toString() {
            return "Beneficiary";
        }
    }
}
