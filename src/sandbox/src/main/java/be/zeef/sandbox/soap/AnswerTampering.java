package be.zeef.sandbox.soap;

/**
 * What can be done to an answer on its way to a gateway that wants it signed: the classic wrappings of a signed Body
 * (McIntosh and Austel, 2005), other signers, other times, and messages that are shaped to exhaust their reader.
 */
public enum AnswerTampering {
    /** No signature at all. */
    UNSIGNED,
    /** The signed Body stands under a wrapper in the Header, a forged Body without Id in its place. */
    BODY_IN_HEADER,
    /** The same, and the forged Body carries the Id as well. */
    DUPLICATE_ID,
    /** The signed Body stands under an Object of its own signature, a forged one in its place. */
    BODY_IN_SIGNATURE,
    /** A forged Body stands before the signed one. */
    FORGED_BODY_FIRST,
    /** A forged Body stands after the signed one. */
    FORGED_BODY_LAST,
    /** Within the one Body a forged content stands beside the signed one, which is in a Body of its own. */
    BODY_IN_BODY,
    /** The signed Security header stands beside one that is another's. */
    TWO_SECURITY_HEADERS,
    /** Signed, well and fresh, by another certificate of the same issuer. */
    FOREIGN_SIGNER,
    /** Made, by its own words, an hour ago. */
    EXPIRED,
    /** Made, by its own words, an hour from now. */
    FROM_THE_FUTURE,
    /** The answer before this one, once more. */
    REPLAYED,
    /** Signed with SHA-1. */
    WEAK_ALGORITHM,
    /** Signed over everything else there is, but not over the Body. */
    TIMESTAMP_ONLY,
    /** Signed over the Body and not over the Timestamp. */
    BODY_ONLY,
    /** Signed over token and Body, without a Timestamp. */
    UNDATED,
    /** As the signer would, and a Timestamp of now put beside it afterwards; where there is one, in its place. */
    STRAY_TIMESTAMP,
    /** The Id of the Body moved to the content within it. */
    MOVED_ID,
    /** The Security header of this answer over the Body of the answer before it. */
    SWAPPED_BODY,
    /** One character of the Body changed since. */
    ALTERED,
    /** With a document type and an entity in the place of a value. */
    DOCTYPE,
    /** Elements within elements, ten thousand deep. */
    DEEP,
    /** A hundred megabytes. */
    HUGE
}
