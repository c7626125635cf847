package be.zeef.objection;

import java.time.Instant;

/**
 * One that stands, as it may be shown: without the person's number.
 *
 * @param scope the agreement's id, or {@link #EVERY}
 * @param subject pseudonym of whom it is, under its scope
 * @param clerk who entered it
 * @param reason in the clerk's words
 * @param entered when
 */
public record Objection(
        String scope, String subject, ObjectionKind kind, String clerk, String reason, Instant entered) {

    /** Of every agreement, those to come among them; no agreement is called so. */
    public static final String EVERY = "*";
}
