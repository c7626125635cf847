package be.zeef.source;

/** A source that answers about one person at once. Thread-safe. */
public interface PersonSource {

    /**
     * Asks, again where that can help, and inscribes the person first where the source wants it.
     *
     * @param journal is told of every call before and after it
     * @return facts, or why there are none; never an exception for what a source can do wrong
     */
    SourceAnswer ask(PersonQuestion question, CallJournal journal);
}
