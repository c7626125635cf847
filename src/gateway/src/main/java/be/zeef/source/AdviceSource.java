package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.LocalDate;

/**
 * Advises about one subject under one agreement: Automatisch Advies, asked at Digitaal Vlaanderen ({@code remote}) or
 * worked out here by the same rule ({@code local}); the agreement chooses. Thread-safe.
 */
public interface AdviceSource {

    /**
     * Asks.
     *
     * @param on the day it is asked for
     * @param journal is told of every call before and after it
     * @return advice; UNDETERMINED for whatever a source can do wrong, never an exception
     */
    Advice advise(Insz subject, LocalDate on, CallJournal journal);
}
