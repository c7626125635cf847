package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.List;

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

    /**
     * Asks about each of the households in which the subject lives. Where it is decided elsewhere, it is not known there by which
     * household, and there is one piece of advice.
     *
     * @param households each by somebody whose household it is; the subject's own number for the one it is registered in
     * @return one for each household, or one for all
     */
    default List<Advice> advise(Insz subject, List<Insz> households, LocalDate on, CallJournal journal) {
        return List.of(advise(subject, on, journal));
    }
}
