package be.zeef.delivery;

import be.zeef.run.Run;
import java.io.IOException;
import java.util.Optional;

/** How a run's recipient comes to know of its grants. */
public interface Handover {

    /**
     * Hands over what is open, this run's grants and those of whatever other period, each under its own.
     *
     * @param decided a run whose decisions are stored
     * @return the run when all was handed over that can be; empty when the recipient could not be reached: then it is told,
     *     and the run stays open
     */
    Optional<Run> run(Run decided) throws IOException;
}
