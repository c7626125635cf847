package be.zeef.security;

import java.io.IOException;

/** A message is not signed, or not by whom it should be, or in a way we do not accept, or was altered since. */
public final class SignatureRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final CmsFault fault;

    public SignatureRefusedException() {
        this(CmsFault.ALTERED);
    }

    SignatureRefusedException(CmsFault fault) {
        super("the signature is missing, another's, of a kind we do not accept, or does not fit the content: " + fault);
        this.fault = fault;
    }

    /** Which of these, as far as it was a cryptographic message of files; of a SOAP message nothing more is told. */
    public CmsFault fault() {
        return fault;
    }
}
