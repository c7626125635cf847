package be.zeef.ledger.event;

/** Written when handing over has ended, in the transaction that stores how. */
public sealed interface DeliveryOutcome extends DeedOutcome {

    /** Files were sent, or not. */
    record OfFiles(Sending code) implements DeliveryOutcome {}

    /**
     * A recipient was called for one grant.
     *
     * @param code what became of the grant, or {@code FAILED} when that is not known
     * @param why the recipient's own code, or our word for a failure; empty where there is none
     */
    record OfTariff(String code, String why) implements DeliveryOutcome {}
}
