package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/** Written when a call of a source has ended. */
public sealed interface CallOutcome extends DeedOutcome {

    /**
     * @param code {@code OK}, an exception code of the source, or our own word for a failure
     * @param wire what passed, in its order
     */
    record Ended(
            String code, @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements CallOutcome {

        public Ended {
            wire = List.copyOf(wire);
        }

        /** Nothing passed that there is a digest of. */
        public Ended(String code) {
            this(code, List.of());
        }
    }

    /**
     * The measures of a population were read.
     *
     * @param asked how many people were asked about
     * @param persons how many of them have one of the measures
     */
    record MeasuresRead(String code, int asked, int persons) implements CallOutcome {}

    /**
     * Files were taken in, until what was waited for was there or was given up.
     *
     * @param code how the waiting ended
     * @param files how many were taken in
     */
    record FilesTaken(String code, int files) implements CallOutcome {}
}
