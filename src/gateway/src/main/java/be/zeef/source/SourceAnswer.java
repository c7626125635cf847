package be.zeef.source;

/** How a question about one person ended. Expected failures are values; only their code is kept. */
public sealed interface SourceAnswer {

    /** The source knows; what the agreement did not ask for was dropped. */
    record Known(SourceFacts facts) implements SourceAnswer {}

    /** Nobody knows, for this reason: a code of the source, or our own word. Never a "no". */
    record Undetermined(String code) implements SourceAnswer {}

    /** The source refuses us, not this person: a wrong setting or a missing permission. */
    record Barred(String code) implements SourceAnswer {}

    /** What is known; nothing when nothing is. */
    default SourceFacts facts() {
        return this instanceof Known known ? known.facts() : new SourceFacts();
    }

    /** Why nothing is known; empty when something is. */
    default String code() {
        if (this instanceof Undetermined undetermined) {
            return undetermined.code();
        }
        return this instanceof Barred barred ? barred.code() : "";
    }
}
