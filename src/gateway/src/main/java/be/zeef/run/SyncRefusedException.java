package be.zeef.run;

import java.time.LocalDate;

/** A run was not begun, or not gone on with. The message says why and what to do. */
public final class SyncRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SyncRefusedException(String message) {
        super(message);
    }

    public static void unless(boolean resume, SyncRow row) {
        if (!resume) {
            throw new SyncRefusedException("A sync of " + row.agreement() + " on " + row.on() + " is unfinished (it got"
                    + " to " + row.state() + "). Go on with it: zeef sync " + row.agreement() + " --resume");
        }
    }

    /** A run is of one day for ever: its periods, what is asked and what its files are called follow from it. */
    public static void unlessOf(LocalDate on, SyncRow row) {
        if (!row.on().equals(on)) {
            throw new SyncRefusedException("The unfinished sync of " + row.agreement() + " is of " + row.on()
                    + ", and is gone on with for that day only, not for " + on + ". Leave --on away: zeef sync "
                    + row.agreement() + " --resume. A sync of " + on + " can be begun when it is finished.");
        }
    }

    public static SyncRefusedException otherPopulation(SyncRow row) {
        return new SyncRefusedException(
                "The unfinished sync of " + row.agreement() + " on " + row.on() + " was begun with"
                        + " another population file. Name that file with --population, unchanged, and resume; a new"
                        + " extract can be synced after it.");
    }

    public static SyncRefusedException otherAgreement(SyncRow row) {
        return new SyncRefusedException(
                "The agreement " + row.agreement() + ", or something it decides with, was changed while its sync on "
                        + row.on() + " was unfinished. Put back the version it was begun under (" + row.version()
                        + "), resume, and change it after that.");
    }
}
