package be.zeef.ledger.event;

/** An event that is written after a deed. Its body also names the intent ({@link Deed#names}). */
public sealed interface DeedOutcome extends Event
        permits Answered, Answered.OfClaim, CallOutcome, DeliveryOutcome, QuestionFileOutcome, Unfinished {}
