package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The form of what the law asks: a contact can be reached and a date is one. What nobody knows yet says so in {@link #OPEN}, and
 * then has no other form; {@code zeef check} tells it.
 */
public final class LawChecks {

    /** In the place of what is not known yet: a number, a date, a register's entry. */
    public static final String OPEN = "to be filled in";

    /** A telephone number of Belgium or, with its country's code, of elsewhere. */
    private static final String PHONE = "(\\+\\d{2}|0)[\\d ./]{7,16}";

    private static final String MAIL = "[\\w.+-]{1,64}@([a-z0-9-]{1,63}\\.){1,6}[a-z]{2,20}";

    /** Street and number, postcode and town: what a letter needs. */
    private static final String POST = "[^@]{1,100}\\d[^@,]{0,10}, (B-)?[1-9]\\d{3} [^@]{2,60}";

    private final ServiceChecks.Teller teller;

    LawChecks(ServiceChecks.Teller teller) {
        this.teller = teller;
    }

    void check(JsonNode tree) {
        for (String side : new String[] {"sender", "recipient"}) {
            String pointer = "/parties/" + side + "/dpo/contact";
            String contact = tree.at(pointer).asText();
            boolean reached = contact.matches(MAIL) || contact.matches(PHONE) || contact.matches(POST);
            teller.tell(reached || isOpen(contact) || isToFill(contact), "agreement.contact", pointer);
        }
        date(tree, "/legalBasis/authorisation/date");
        if (!tree.at("/dpia/date").isMissingNode()) {
            date(tree, "/dpia/date");
        }
    }

    /** Whether it stands for what is not known yet. */
    public static boolean isOpen(String text) {
        return text.strip().equals(OPEN);
    }

    private void date(JsonNode tree, String pointer) {
        String date = tree.at(pointer).asText();
        boolean good = isOpen(date)
                || isToFill(date)
                || AgreementReader.day(tree, pointer).isPresent();
        teller.tell(good, "agreement.date", pointer);
    }

    /** Told by itself, as what {@code zeef agreement new} left. */
    private static boolean isToFill(String text) {
        return text.startsWith("FILL IN");
    }
}
