package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonList;
import java.time.LocalDate;
import java.util.function.ObjIntConsumer;

/** How inscriptions, and their ends, reach MAGDA's repertory. What came of each is stored before it is told. */
public interface InscriptionRoad {

    /**
     * What is to be done.
     *
     * @param kind whether they are inscribed, or their inscription ended
     * @param begin the day that is named with it: an inscription's first
     */
    record Work(Inscription kind, LocalDate begin, PersonList persons) {}

    /**
     * Does it.
     *
     * @param told each person's outcome and place in the list, once it is stored; by one thread at a time
     */
    void take(Run run, Work work, ObjIntConsumer<InscriptionOutcome> told);
}
