package be.zeef.counter;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;

/** A request was refused. Neither the text nor the place holds anything of the request but the name of a known field. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Finding finding;

    private ProblemException(int status, Finding finding, Throwable cause) {
        super(finding.code(), cause);
        this.status = status;
        this.finding = finding;
    }

    /**
     * @param status of HTTP, 400–599
     * @param code of a finding; it makes the problem's {@code type}
     */
    static ProblemException of(int status, String code, String... arguments) {
        return new ProblemException(status, Finding.fatal(code, Location.WHOLE, arguments), null);
    }

    /** About a field of the body. */
    static ProblemException field(String field, String code, String... arguments) {
        return new ProblemException(400, Finding.fatal(code, Location.path("/" + field), arguments), null);
    }

    /** Something that the operator must see to; the cause is for the log, not for the caller. */
    static ProblemException because(int status, String code, Throwable cause) {
        return new ProblemException(status, Finding.fatal(code, Location.WHOLE), cause);
    }

    int status() {
        return status;
    }

    Finding finding() {
        return finding;
    }
}
