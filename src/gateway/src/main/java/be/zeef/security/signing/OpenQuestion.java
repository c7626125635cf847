package be.zeef.security.signing;

import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * The question that a SOAP call has open, known by its reference: fresh for this one call, and echoed in what its answer
 * signs. It takes one answer. An answer to another question, of before a restart or of an attempt given up, repeats another
 * reference. Thread-safe.
 */
public final class OpenQuestion {

    private final String reference;
    private final Function<Element, Optional<String>> echo;
    private boolean open = true;

    /**
     * @param reference used for no other call
     * @param echo where the child of a Body repeats the reference; empty when it does not
     */
    public OpenQuestion(String reference, Function<Element, Optional<String>> echo) {
        if (reference.isBlank()) {
            throw new IllegalArgumentException(
                    "reference: a question without one has no answer that can be known as its");
        }
        this.reference = reference;
        this.echo = echo;
    }

    /** Whether this is its answer; no other is after that. */
    synchronized boolean takes(Element content) {
        boolean ours = open && echo.apply(content).filter(reference::equals).isPresent();
        open &= !ours;
        return ours;
    }

    /** It may be asked about a person: it does not show itself. */
    @Override
    public String toString() {
        return "OpenQuestion";
    }
}
