package be.zeef.sync;

import be.zeef.sieve.Cause;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.subject.Population;
import java.util.BitSet;

/** The status of everyone of a population before anybody has answered. */
final class StatusCells {

    private StatusCells() {}

    /** Who is not inscribed is not asked about; of the others nobody has answered yet. */
    static Cells of(Population population, BitSet inscribed) {
        Cells cells = new Cells(population.size());
        for (int place = 0; place < population.size(); place++) {
            cells.unknown(place, inscribed.get(place) ? Cause.NO_ANSWER : Cause.NOT_INSCRIBED);
        }
        return cells;
    }
}
