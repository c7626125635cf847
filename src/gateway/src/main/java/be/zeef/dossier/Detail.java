package be.zeef.dossier;

/** What is told of something that was done, in the order in which it is told. */
public enum Detail {
    WHO,
    REASON,
    /** Which of the person's rights, and under what. */
    RIGHT,
    SCOPE,
    SERVICE,
    /** What a question file was for. */
    ERRAND,
    REFERENCE,
    /** The day that it is about. */
    DAY,
    YEAR,
    ASSOCIATION,
    ROLE,
    AMOUNT,
    RECIPIENT,
    DELIVERY,
    OUTCOME,
    CAUSE,
    GRANTED,
    VALUE,
    /** What went along of the population. */
    ALONG,
    FROM,
    UNTIL,
    NEEDED,
    STANDING,
    RESULT,
    /** That it was there when the ledger began to vouch for rows: it happened at that time or before. */
    EARLIER
}
