package be.zeef.question;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that a counter is told. There is no reason, no name and no source in it, and there never will be.
 *
 * @param until until when a yes holds; empty for the others
 */
public record Answer(Verdict verdict, Optional<LocalDate> until) {

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
