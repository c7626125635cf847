package be.zeef.source;

/** What a code in a source's answer means for us; {@code mappings/sources/magda/exceptions.yaml} says which has which. */
public enum Meaning {
    /** The source has nothing about this person; the service says what that means. */
    NO_DATA,
    /** There may be data that we may not see. */
    FILTERED,
    /** The person is not inscribed: inscribe, and ask once more. */
    REGISTER,
    /** Passes by itself. */
    RETRY,
    /** Passes by itself, sooner when we slow down. */
    SLOW_DOWN,
    /** This number cannot be asked about. */
    UNUSABLE,
    /** The person has died: whom nothing more is asked about, and nothing is given. */
    DECEASED,
    /** The person has another number now. */
    REPLACED,
    /** Our setting, key or request is wrong: everyone would be refused. */
    CONFIGURATION,
    /** We are not allowed to ask: everyone would be refused. */
    LEGAL,
    /** What was asked for stands already. */
    ALREADY,
    /** Stands beside an answer that can be used. */
    NOTE,
    /** Stands beside an answer that cannot be trusted. */
    DOUBT,
    /** In no catalogue: its question stays undetermined, and it is told. */
    UNKNOWN;

    /** Whether asking again later can help. */
    public boolean passes() {
        return this == RETRY || this == SLOW_DOWN;
    }

    /** Whether the source looked at the person, which it only does for those who are inscribed. */
    public boolean tellsOfPerson() {
        return this == NO_DATA
                || this == FILTERED
                || this == DECEASED
                || this == REPLACED
                || this == NOTE
                || this == DOUBT;
    }

    /** Whether everyone would be refused, not this person. */
    public boolean aboutUs() {
        return this == CONFIGURATION || this == LEGAL;
    }
}
