package be.zeef.sieve;

import java.util.Locale;

/**
 * Why a subject stays undetermined: the closed list under which every one of them is counted, once. Where several causes
 * hold of one subject it is counted under the one that stands first here: what an operator can mend comes before what only
 * the sources or the rule can.
 *
 * <p>Every cause is <em>open</em> for as long as somebody is counted under it: the next run asks about them again, and
 * somebody has something to do, which the finding of its {@link #code} says.
 */
public enum Cause {
    /** The subject, or somebody who would have to be asked about, objected or is restricted: it is left to people. */
    OBJECTED,
    /** Nobody may be asked about who is not inscribed, and this subject could not be. */
    NOT_INSCRIBED,
    /** A source refuses us, not the subject: a wrong setting, or no permission. */
    REFUSED,
    /** The file that asks about the subject could not be handed over, so nobody was asked. */
    NEVER_ASKED,
    /** A source could not be reached, was too busy, or did not answer in time. */
    NO_ANSWER,
    /** An answer that breaks its schema, is not signed as it must be, or carries a code that no catalogue names. */
    UNUSABLE_ANSWER,
    /** The answer was about another person, case or day than was asked about. */
    ANOTHER_PERSON,
    /** There may be data that we may not see. */
    FILTERED,
    /** The number was replaced or cancelled, or is nobody's. */
    UNUSABLE_NUMBER,
    /** Answers that contradict each other. */
    CONTRADICTED,
    /** A source says itself that its answer is not to be trusted, or the answer's periods do not fit it. */
    DOUBTFUL,
    /** Who belongs to the household, or how old they are, is not known of everybody. */
    HOUSEHOLD,
    /** The subject is not the child of those who head the household, so that it does not tell who the parents are. */
    POSITION,
    /** The source answered and does not say it. */
    MISSING,
    /** Automatisch Advies itself says that it cannot be determined. */
    NOT_ADVISED,
    /** The rule has no row for the case, several that contradict, or a word that is no outcome. */
    RULE_GAP,
    /** Everything is known, and the rule leaves the case to a person. */
    RULE_OPEN,
    /** The rule gives a value that the agreement does not let out. */
    VALUE_NOT_AGREED,
    /** A column of the population that goes along holds what the agreement does not let out. */
    COLUMN_NOT_AGREED;

    /** Its name in reports: {@code no-answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of the finding that tells it. */
    public String code() {
        return "undetermined." + word();
    }

    /** The one of the two that a subject is counted under. */
    public Cause or(Cause other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
