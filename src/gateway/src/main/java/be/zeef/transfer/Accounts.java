package be.zeef.transfer;

import java.util.Locale;
import java.util.Set;
import org.iban4j.Iban;
import org.iban4j.Iban4jException;

/** Whether an account can be paid by a SEPA credit transfer. */
public final class Accounts {

    /** EPC409-09, "List of SEPA scheme countries", version of 2025: by the letters that their IBANs begin with. */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private Accounts() {}

    /** Without blanks, in capitals. */
    public static String normal(String iban) {
        return iban.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** The code of what is wrong with it; empty when nothing is, or when there is none. */
    public static String fault(String iban) {
        if (iban.isEmpty()) {
            return "";
        }
        String normal = normal(iban);
        try {
            Iban.valueOf(normal);
        } catch (Iban4jException e) {
            return "iban";
        }
        return SEPA.contains(normal.substring(0, 2)) ? "" : "iban-outside-sepa";
    }
}
