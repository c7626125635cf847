package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.LongConsumer;

/** The local welfare database: who has one of these measures on a date. */
public interface OcmwRegister {

    /**
     * Tells the INSZ of everyone with one of the measures on the date, as a stream.
     *
     * @throws SourceUnavailableException when the database cannot be asked or breaks off; nothing told so far may be
     *     read as a complete list
     */
    void withMeasure(Set<String> measures, LocalDate on, LongConsumer person);

    /**
     * Whether this person has one of the measures on the date.
     *
     * @throws SourceUnavailableException when the database cannot be asked
     */
    boolean hasMeasure(Insz person, Set<String> measures, LocalDate on);
}
