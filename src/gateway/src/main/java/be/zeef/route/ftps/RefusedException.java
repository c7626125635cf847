package be.zeef.route.ftps;

import java.io.IOException;
import java.util.Optional;

/** A partner's FTPS server refused something, and said this. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reply;

    RefusedException(int code, String reply, IOException cause) {
        super("an FTPS server refused", cause);
        this.code = code;
        this.reply = Optional.ofNullable(reply).orElse("");
    }

    /** Of RFC 959 §4.2, 400 to 599. */
    public int code() {
        return code;
    }

    /** All lines as they came; they may name files, accounts and people. */
    public String reply() {
        return reply;
    }
}
