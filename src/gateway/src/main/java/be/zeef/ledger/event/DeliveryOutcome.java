package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/** Written when handing over has ended, in the transaction that stores how. */
public sealed interface DeliveryOutcome extends DeedOutcome {

    /**
     * Files were sent, or not.
     *
     * @param wire each file as it was sent, signed and enciphered; none when not all of them were
     */
    record OfFiles(
            Sending code, @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements DeliveryOutcome {

        public OfFiles(Sending code) {
            this(code, List.of());
        }
    }

    /**
     * A recipient was called for one grant.
     *
     * @param code what became of the grant, or {@code FAILED} when that is not known
     * @param why the recipient's own code, or our word for a failure; empty where there is none
     * @param wire each request and its answer
     */
    record OfTariff(
            String code,
            String why,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements DeliveryOutcome {

        public OfTariff(String code, String why) {
            this(code, why, List.of());
        }
    }
}
