package be.zeef.report;

import java.util.List;

/** What the figures of a report are about, in the order in which a person's data goes its way. */
public enum Group {
    /** About whom something was asked, and by whom. */
    ASKED(false, List.of("population", "counter", "claims", "inscribed", "deregistered", "list", "measures")),
    /** Of whom an answer came that could be used. */
    ANSWERED(false, List.of("inscriptions", "list", "measures", "allowances")),
    /** What runs decided; the undetermined stand under their causes. */
    DECIDED(true, List.of("eligible", "notEligible", "undetermined")),
    /** Why nothing could be decided. */
    UNDETERMINED(true, List.of()),
    /** What was answered to who asked about one person. */
    COUNTER(true, List.of("yes", "no", "not-decidable")),
    /** What was answered to claims. */
    CLAIMED(true, List.of("yes", "no", "nothing-left", "not-decidable")),
    /** New grants; lines, messages and payments that were made of them for a recipient, and that were handed over. */
    DELIVERED(false, List.of("granted", "lines", "handedOver", "payments", "paymentsHandedOver", "messages")),
    /** What a recipient said of each. */
    RECEIVED(
            true,
            List.of(
                    "accepted",
                    "refused",
                    "message:ACCEPTED",
                    "message:ALREADY_GRANTED",
                    "message:REFUSED",
                    "paid",
                    "rejected")),
    /** What did not succeed. */
    FAILED(false, List.of("refusedLines", "questionFile", "givenUp", "delivery", "refusedQuestion")),
    /** What people put right. */
    BY_HAND(false, List.of("granted", "closed", "withdrawn")),
    /** What was removed when its time was over. */
    REMOVED(false, List.of()),
    /** What the machine and its people did: no people are counted. */
    ACTS(false, List.of("runs", "runsEnded", "deliveries", "released", "looked"));

    private final boolean parts;
    private final List<String> order;

    Group(boolean parts, List<String> order) {
        this.parts = parts;
        this.order = order;
    }

    /** Whether its figures are parts of one whole, which is told as their sum. */
    public boolean isOfParts() {
        return parts;
    }

    /** Where a figure stands in it; unknown ones behind those that are known. */
    int place(String key) {
        int place = order.indexOf(key);
        return place < 0 ? order.size() : place;
    }
}
