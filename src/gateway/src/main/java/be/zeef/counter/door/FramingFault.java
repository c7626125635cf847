package be.zeef.counter.door;

/**
 * Bytes that are not one request, or that two readers might cut into requests in two ways. What was read stands neither in
 * the text nor in the stack: it may be anything.
 */
public final class FramingFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private FramingFault(int status, String code, String why) {
        super(why, null, false, false);
        this.status = status;
        this.code = code;
    }

    static FramingFault malformed(String why) {
        return new FramingFault(400, "counter.http", why);
    }

    static FramingFault lineTooLong() {
        return new FramingFault(414, "counter.address-too-long", "the request line is too long");
    }

    static FramingFault headTooLong() {
        return new FramingFault(431, "counter.head-too-large", "the head is too long");
    }

    /** HTTP status to answer with, once, before the connection is closed. */
    public int status() {
        return status;
    }

    /** Code of the finding that says it to the caller. */
    public String code() {
        return code;
    }
}
