package be.zeef.ledger.event;

/** The outcome of a deed of any kind whose doer did not live to tell it: whether it was done is not known. */
public sealed interface Unfinished extends DeedOutcome {

    /** What stands where a deed's code would. */
    String ending();

    /**
     * Written when doing it, or storing how it ended, threw.
     *
     * @param why the simple name of what was thrown, never its text
     */
    record BrokeOff(String why) implements Unfinished {
        @Override
        public String ending() {
            return "BROKE_OFF";
        }
    }

    /** Written by a later start, when the process that did it had died. */
    record NotKnown() implements Unfinished {
        @Override
        public String ending() {
            return "NOT_KNOWN";
        }
    }
}
