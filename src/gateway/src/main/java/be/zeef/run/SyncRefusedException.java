package be.zeef.run;

import java.time.LocalDate;

/** A run was not begun, not gone on with, or not abandoned. The message says why and what to do. */
public final class SyncRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SyncRefusedException(String message) {
        super(message);
    }

    public static void unless(boolean resume, SyncRow row) {
        if (!resume) {
            throw new SyncRefusedException("A sync of " + row.agreement() + " on " + row.on() + " is unfinished (it got"
                    + " to " + row.state() + "). Go on with it: zeef sync " + row.agreement()
                    + " --resume. What keeps it from going on for good, people end: "
                    + abandon(row));
        }
    }

    /** A run is of one day for ever: its periods, what is asked and what its files are called follow from it. */
    public static void unlessOf(LocalDate on, SyncRow row) {
        if (!row.on().equals(on)) {
            throw new SyncRefusedException("The unfinished sync of " + row.agreement() + " is of " + row.on()
                    + ", and is gone on with for that day only, not for " + on + ". Leave --on away: zeef sync "
                    + row.agreement() + " --resume. A sync of " + on
                    + " can be begun when it is finished, or abandoned: "
                    + abandon(row));
        }
    }

    public static SyncRefusedException otherPopulation(SyncRow row) {
        return new SyncRefusedException(
                "The unfinished sync of " + row.agreement() + " on " + row.on() + " was begun with"
                        + " another population file. Name that file with --population, unchanged, and resume; a new"
                        + " extract can be synced after it. When that file is gone: " + abandon(row));
    }

    public static SyncRefusedException otherAgreement(SyncRow row) {
        return new SyncRefusedException("The agreement " + row.agreement()
                + ", or something it decides with, was changed while its sync on "
                + row.on() + " was unfinished. Put back the version it was begun under (" + row.version()
                + "), resume, and change it after that. When that version is not to be used any more: " + abandon(row));
    }

    /** Whoever goes on with a run that was ended meanwhile, such as by people on another node. */
    static SyncRefusedException ended(SyncRow row) {
        return new SyncRefusedException(
                "The sync of " + row.agreement() + " on " + row.on() + " was ended while it went on"
                        + " here: nothing more was stored of it. Begin another one: zeef sync " + row.agreement());
    }

    private static String abandon(SyncRow row) {
        return "zeef abandon " + row.agreement();
    }
}
