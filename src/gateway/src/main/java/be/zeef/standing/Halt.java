package be.zeef.standing;

import be.zeef.ledger.HaltedException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import be.zeef.validation.Severity;
import java.util.List;
import java.util.Map;

/**
 * Why nothing goes on under a version of an agreement.
 *
 * @param by who said so, by the name in the trust file
 * @param reason in their words
 */
public record Halt(String agreement, Why why, String by, String reason) {

    /** What stops it. */
    public enum Why {
        SUSPENDED("standing.suspended"),
        REVOKED("standing.revoked"),
        /** It was resumed by a signature that is not there, is another's, or counts no more: it stays suspended. */
        RESUME_UNPROVEN("standing.resume-unproven"),
        /** There are signed acts that the ledger has no entry of: something was taken out of it. */
        LEDGER_SHORT("standing.ledger-short");

        private final String code;

        Why(String code) {
            this.code = code;
        }
    }

    /** Whether nobody can resume it. */
    public boolean isForGood() {
        return why == Why.REVOKED;
    }

    /** What is told, with what to do. */
    public Finding finding() {
        return Finding.fatal(why.code, Location.WHOLE, agreement, by, reason);
    }

    /** To be thrown where something would go on. */
    public HaltedException exception() {
        return new HaltedException(new Report(agreement, List.of(finding()), Map.of(Severity.FATAL, 1L)));
    }
}
