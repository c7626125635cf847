package be.zeef.packing;

/** The rules of one delivery's lines; what is wrong becomes a finding. Counts the control totals on the way. */
public interface DeliveryChecks {

    /** Looks at the next line; the lines must come in ascending order of id, which is how a doubled one is seen. */
    void check(DeliveryLine line);

    /** Of the lines looked at so far. */
    Totals totals();
}
