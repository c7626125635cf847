package be.zeef.ledger.event;

/** Written each time that sending a question file has ended. */
public record QuestionFileOutcome(Sending code) implements DeedOutcome {}
