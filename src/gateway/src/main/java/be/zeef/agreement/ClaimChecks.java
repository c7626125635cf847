package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Whether what an agreement says of claims can be done: about one person at once, for a year that begins and ends, paid to whom the
 * register names.
 */
final class ClaimChecks {

    /** Of the 140 characters that a statement shows, the others are the clerk's reference and the space before it. */
    private static final int MOST_TEXT = 104;

    private static final Set<String> YEARS = Set.of("calendar-year", "school-year");

    private final ServiceChecks.Teller teller;

    ClaimChecks(ServiceChecks.Teller teller) {
        this.teller = teller;
    }

    void check(JsonNode tree) {
        JsonNode payment = tree.at("/recipient/payment");
        boolean families = tree.at("/sources/groeipakket").isObject();
        if (!tree.path("claims").isObject()) {
            teller.tell(!payment.isObject() || families, "agreement.pays-nobody", "/recipient/payment");
            teller.tell(!payment.isObject() || payment.has("split"), "agreement.no-split", "/recipient/payment");
            return;
        }
        boolean person = "person".equals(tree.path("subject").asText()) && !families;
        teller.tell(person, "agreement.claims-person", "/claims");
        String via = tree.at("/sources/list/via").asText("ksz-soap");
        teller.tell(via.equals("ksz-soap"), "agreement.claims-list", "/sources/list/via");
        teller.tell(YEARS.contains(tree.at("/grants/period").asText()), "agreement.claims-year", "/grants/period");
        teller.tell(payment.isObject(), "agreement.claims-recipient", "/recipient");
        teller.tell(!payment.has("split"), "agreement.claims-split", "/recipient/payment/split");
        boolean told = payment.path("text").asText().length() <= MOST_TEXT
                && !payment.path("structured").asBoolean();
        teller.tell(told, "agreement.claims-text", "/recipient/payment", Integer.toString(MOST_TEXT));
    }
}
