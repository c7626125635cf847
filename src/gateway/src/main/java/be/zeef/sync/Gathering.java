package be.zeef.sync;

import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.subject.Mutations;
import be.zeef.validation.Report;
import java.io.IOException;

/** Where a run's subjects come from, and how it comes to a decision about each of them. */
public interface Gathering {

    /**
     * What was read.
     *
     * @param fingerprint SHA-256 of what it was read from, in hexadecimal: a run is only gone on with over the same
     * @param persons how many people
     * @param refusedLines how many lines could not be used
     * @param mutations what it says has become of people; who has died is none of them
     */
    record Read(String fingerprint, long persons, long refusedLines, Report report, Mutations mutations) {

        /** Of a population that says of nobody what has become of them. */
        public Read(String fingerprint, long persons, long refusedLines, Report report) {
            this(fingerprint, persons, refusedLines, report, Mutations.NONE);
        }
    }

    /** Whether it asks about anybody, and so has a population to read. */
    default boolean asks() {
        return true;
    }

    /**
     * Reads the population.
     *
     * @throws be.zeef.validation.InvalidMessageException when it is refused; nothing was asked then
     */
    Read read();

    /** Carries a run on from where it stands until its decisions are stored ({@link SyncState#DECIDED}). */
    Run decide(Run run) throws IOException;
}
