package be.zeef.proof;

import java.util.Locale;

/** What is proved, in the order in which it is told. */
public enum Property {
    /** Every combination of facts has exactly one outcome. */
    TOTAL,
    /** Where what is unknown could still decide, nobody is refused and nobody granted; where it could not, the outcome is given. */
    NEVER_SILENT,
    /** Everything that is asked changes an outcome or a flag. */
    NEEDED,
    /** Whatever else an answer holds, what is decided and told is the same to the last byte. */
    NON_INTERFERENCE,
    /** How much of a subject each delivery tells. */
    DISCLOSURE;

    /** As it stands in a certificate: {@code never-silent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
