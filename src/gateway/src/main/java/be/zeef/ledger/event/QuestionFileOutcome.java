package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * Written each time that sending a question file has ended.
 *
 * @param wire the file as it was sent; none when it was not
 */
public record QuestionFileOutcome(
        Sending code, @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements DeedOutcome {

    public QuestionFileOutcome(Sending code) {
        this(code, List.of());
    }
}
