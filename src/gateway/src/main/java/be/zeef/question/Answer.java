package be.zeef.question;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that a counter is told. There is no reason, no name and no source in it, and there never will be: that
 * somebody objected is the person's own word, and who is at the counter must act on it.
 *
 * @param until until when a yes holds; empty for the others
 * @param refused for whoever runs the gateway, and never told to a counter: whether it is not decidable because a source refuses
 *     the gateway itself, whoever is asked about, so that asking again later does not help
 * @param objected whether it is not decidable because the person, or somebody who would have to be asked about, objected or is
 *     restricted: it is treated by hand, and asking again does not help
 */
public record Answer(Verdict verdict, Optional<LocalDate> until, boolean refused, boolean objected) {

    /** Neither a yes nor a no: nobody was asked, or what was answered is not used. */
    public static final Answer OF_OBJECTOR = new Answer(Verdict.NOT_DECIDABLE, Optional.empty(), false, true);

    /** An answer about somebody who did not object. */
    public Answer(Verdict verdict, Optional<LocalDate> until, boolean refused) {
        this(verdict, until, refused, false);
    }

    /** An answer that does not rest on a refusal. */
    public Answer(Verdict verdict, Optional<LocalDate> until) {
        this(verdict, until, false);
    }

    /** The three answers. */
    public enum Verdict {
        YES("yes"),
        NO("no"),
        /** Nobody can say now; the counter decides as it did before there was a gateway. */
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
}
