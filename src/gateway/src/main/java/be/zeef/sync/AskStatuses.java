package be.zeef.sync;

import be.zeef.run.Run;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.List;

/** Asks the agreement's list source about everyone who is inscribed. */
public interface AskStatuses {

    /**
     * What was answered.
     *
     * @param statuses for each status of the plan's list, in its order, of each person by place; UNKNOWN where nobody knows
     * @param stored to be told when what was decided with them is stored: until then a run that dies may read them again
     */
    record Gathered(List<Cells> statuses, Runnable stored) {}

    /** @param inscribed places of the population; the others may not be asked about */
    Gathered ask(Run run, Population population, BitSet inscribed);
}
