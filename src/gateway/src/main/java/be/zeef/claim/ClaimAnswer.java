package be.zeef.claim;

/**
 * What the clerk is told. There is no reason in it.
 *
 * @param granted in eurocents; 0 unless the answer is yes
 * @param left of the ceiling after it, in eurocents; 0 unless the answer is yes
 * @param repeated whether this is the answer that the same claim got before, and nothing was changed now
 * @param objected whether it is not decidable because somebody objected: as of {@link be.zeef.question.Answer#objected}
 * @param refused for whoever runs the gateway, and never told to a counter: as of {@link be.zeef.question.Answer#refused}
 */
public record ClaimAnswer(
        Verdict verdict, long granted, long left, boolean repeated, boolean objected, boolean refused) {

    /** An answer that does not rest on a refusal. */
    public ClaimAnswer(Verdict verdict, long granted, long left, boolean repeated) {
        this(verdict, granted, left, repeated, false, false);
    }

    /** The four answers. */
    public enum Verdict {
        /** All that was asked, or what was left of the ceiling, is granted. */
        YES("yes"),
        NO("no"),
        /** The ceiling of the year was reached before; whether there is a right was not asked. */
        NOTHING_LEFT("nothing-left"),
        /** Nobody can say now. Nothing was granted and nothing used up; the same claim may be entered again. */
        NOT_DECIDABLE("not-decidable");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** As it is written on the wire and at the command line. */
        public String word() {
            return word;
        }
    }

    /** The same, where it is not decidable because a source refuses the gateway itself. */
    ClaimAnswer ifRefused(boolean bySource) {
        return new ClaimAnswer(
                verdict, granted, left, repeated, objected, bySource && verdict == Verdict.NOT_DECIDABLE);
    }

    /** Of somebody who objected, or whose household did: nobody decides by machine. */
    static ClaimAnswer ofObjector() {
        return new ClaimAnswer(Verdict.NOT_DECIDABLE, 0, 0, false, true, false);
    }

    static ClaimAnswer nothing(Verdict verdict) {
        return new ClaimAnswer(verdict, 0, 0, false);
    }
}
