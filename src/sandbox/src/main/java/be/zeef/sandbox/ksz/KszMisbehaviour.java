package be.zeef.sandbox.ksz;

/** What the KSZ's endpoint can be told to do wrong or otherwise, for one question each. */
public enum KszMisbehaviour {
    /** The answer is about another person than was asked about. */
    ANOTHER_PERSON,
    /** The answer carries another question's ticket. */
    ANOTHER_TICKET,
    /** The number asked about is no longer in use. */
    CANCELED,
    /** The answer is about a new number that came in the place of the one asked about. */
    REPLACES,
    /** The status asked about was filtered, and is there all the same. */
    STATUS_FILTERED,
    /** Something that every status needs was filtered. */
    ELEMENT_FILTERED,
    /** The status is there twice, yes and no. */
    CONTRADICTION,
    /** A yes whose period lies elsewhere. */
    PERIOD_ELSEWHERE,
    /** A status that was not asked about stands in the place of the one that was. */
    ANOTHER_STATUS,
    /** A fault MSG00003, its message named {@code detail}. */
    FAULT,
    /** A fault MSG00003, its message named {@code error} as in the older services. */
    OLDER_FAULT,
    /** A fault with no detail. */
    BARE_FAULT,
    /** A fault with another question's ticket. */
    FAULT_OF_ANOTHER,
    /** The answer breaks its schema. */
    AGAINST_SCHEMA,
    /** The answer is not signed. */
    UNSIGNED
}
