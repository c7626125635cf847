package be.zeef.sandbox.files;

/** What MAGDA's file exchange can be told to do wrong, a number of times. */
public enum FileMisbehaviour {
    /** The answer ends in the middle of an element. */
    TRUNCATED,
    /** The same answer comes twice, under two names. */
    DOUBLED,
    /** The answer's Referte is another question's. */
    ANOTHER_QUESTION,
    /** Someone who was not asked about stands in the answer. */
    ANOTHER_PERSON,
    /** The first person stands in the answer twice, with yes and with no. */
    CONTRADICTION,
    /** Every second person is left out. */
    HALF,
    /** The question is refused as a whole: 99996. */
    LEVEL_2,
    /** A FOUT stands beside the data. */
    LEVEL_3,
    /** A yes whose period ended before the date asked. */
    PERIOD_ELSEWHERE,
    /** No answer at all; the question is taken away. */
    SILENT,
    /** The answer carries a document type with an entity. */
    DOCTYPE
}
