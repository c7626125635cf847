package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** The local welfare database: who has one of these measures on a date. It is asked about nobody else than it is asked for. */
public interface OcmwRegister {

    /**
     * Tells which of these people have one of the measures on the date.
     *
     * @param people their INSZ as numbers, read once and in order
     * @param person told of each of them who has one, while people are read
     * @throws SourceUnavailableException when the database cannot be asked, breaks off or does not answer in time; nothing told
     *     so far may be read as a complete answer
     */
    void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person);

    /**
     * Whether this person has one of the measures on the date.
     *
     * @throws SourceUnavailableException when the database cannot be asked, or does not answer in time
     */
    boolean hasMeasure(Insz person, Set<String> measures, LocalDate on);
}
