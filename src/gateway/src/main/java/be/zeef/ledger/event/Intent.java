package be.zeef.ledger.event;

/**
 * An event that is written before a deed: without this entry nothing is done.
 *
 * @param <O> what an outcome of the deed may be
 */
public sealed interface Intent<O extends DeedOutcome> extends Event
        permits QuestionIntent, QuestionIntent.OfClaim, CallIntent, DeliveryIntent, QuestionFileIntent {

    /** What is about to be done. */
    Deed deed();
}
