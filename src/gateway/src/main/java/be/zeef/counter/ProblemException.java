package be.zeef.counter;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Duration;

/** A request was refused. Neither the text nor the place holds anything of the request but the name of a known field. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** When to ask again where nobody knows how long it lasts. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final int status;
    private final transient Finding finding;
    private final Duration again;

    private ProblemException(int status, Finding finding, Duration again, Throwable cause) {
        super(finding.code(), cause);
        this.status = status;
        this.finding = finding;
        this.again = again;
    }

    /**
     * @param status of HTTP, 400–599
     * @param code of a finding; it makes the problem's {@code type}
     */
    static ProblemException of(int status, String code, String... arguments) {
        return new ProblemException(status, Finding.fatal(code, Location.WHOLE, arguments), Duration.ZERO, null);
    }

    /** @param status of HTTP, 400–599 */
    static ProblemException of(int status, Finding finding) {
        return new ProblemException(status, finding, Duration.ZERO, null);
    }

    /** Too many: it may be asked again after this time. */
    static ProblemException tooMany(String code, Duration again) {
        return new ProblemException(429, Finding.fatal(code, Location.WHOLE), again, null);
    }

    /** About a field of the body. */
    static ProblemException field(String field, String code, String... arguments) {
        return new ProblemException(
                400, Finding.fatal(code, Location.path("/" + field), arguments), Duration.ZERO, null);
    }

    /** Something that the operator must see to; the cause is for the log, not for the caller. */
    static ProblemException because(int status, String code, Throwable cause) {
        return new ProblemException(
                status, Finding.fatal(code, Location.WHOLE), status == 503 ? SOON : Duration.ZERO, cause);
    }

    int status() {
        return status;
    }

    Finding finding() {
        return finding;
    }

    /** After which time it may be asked again; zero when waiting does not help. */
    Duration again() {
        return again;
    }
}
