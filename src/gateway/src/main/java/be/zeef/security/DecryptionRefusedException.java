package be.zeef.security;

import java.io.IOException;

/** A message is not encrypted, or not to our key, or in a way we do not accept, or was altered since. */
public final class DecryptionRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final CmsFault fault;

    DecryptionRefusedException(CmsFault fault) {
        super("the message is not encrypted to our key in a way we accept, or was altered: " + fault);
        this.fault = fault;
    }

    public CmsFault fault() {
        return fault;
    }
}
