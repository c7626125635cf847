package be.zeef.security.signing;

import java.io.IOException;

/** A message is well signed and carries no time, and it does not answer the question that is open: it may be an old one. */
public final class UnprovenException extends IOException {

    private static final long serialVersionUID = 1L;

    UnprovenException() {
        super("nothing in what is signed shows that this message answers the open question");
    }
}
