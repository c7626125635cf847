package be.zeef.security;

import java.io.IOException;

/** A message is not signed, or not by whom it should be, or was altered since. */
public final class SignatureRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    public SignatureRefusedException() {
        super("the signature is missing, another's, or does not fit the content");
    }
}
