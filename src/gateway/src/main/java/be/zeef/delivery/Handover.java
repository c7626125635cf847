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
     * @return the run when all was handed over that can be: a grant that its recipient could not be asked about by itself stays open, is
     *     told, and is the next run's; empty when what the run packed is not at the recipient: then that is told, and the run
     *     stays open
     */
    Optional<Run> run(Run decided) throws IOException;
}
