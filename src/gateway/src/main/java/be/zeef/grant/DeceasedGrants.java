package be.zeef.grant;

import be.zeef.ledger.event.GrantsClosed;
import be.zeef.run.PersonNumbers;
import be.zeef.run.Run;
import be.zeef.subject.Pseudonyms;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Nothing goes out to the dead: what they were granted and stands in no delivery, or was refused by the recipient, is closed. What
 * is in a delivery under way stays, for its receipt could not be matched without it.
 */
public final class DeceasedGrants {

    private static final int BATCH = 1000;

    /** What is so of a grant that was closed for a death. */
    static final String CLOSED = "standing = 'CLOSED' and code = 'DECEASED'";

    private static final String OF_ONE = " where agreement = :agreement and (subject = :subject or person = :subject)";

    private static final String FORGET = "delete from grant_improvement where agreement = :agreement and subject in"
            + " (select subject from grants" + OF_ONE + ")";

    private static final String CLOSE =
            "update grants set " + Grants.CLOSED + ", code = 'DECEASED'" + OF_ONE + " and " + Grants.CLOSABLE;

    private DeceasedGrants() {}

    /**
     * Closes them, of whatever period, and tells how many they were.
     *
     * @param deceased their INSZ, of whom the run's population says that they have died
     */
    public static void close(Run run, long[] deceased) {
        if (deceased.length == 0) {
            return;
        }
        long closed = run.jdbi().inTransaction(handle -> close(run, handle, deceased));
        if (closed > 0) {
            run.findings()
                    .tell(Finding.information("sync.deceased-not-delivered", Location.WHOLE, Long.toString(closed)));
        }
    }

    private static long close(Run run, Handle handle, long[] deceased) {
        Pseudonyms pseudonyms = run.people().pseudonyms();
        PersonNumbers numbers = PersonNumbers.of(handle, run.plan().agreement());
        long closed = 0;
        for (int from = 0; from < deceased.length; from += BATCH) {
            List<String> subjects = Arrays.stream(deceased, from, Math.min(from + BATCH, deceased.length))
                    .mapToObj(pseudonyms::hexAtRest)
                    .flatMap(pseudonym -> numbers.of(pseudonym).stream())
                    .toList();
            each(handle, FORGET, run, subjects);
            closed += each(handle, CLOSE, run, subjects);
        }
        if (closed > 0) {
            run.record(handle, new GrantsClosed.OfDeceased(closed));
        }
        return closed;
    }

    private static long each(Handle handle, String statement, Run run, List<String> subjects) {
        try (PreparedBatch batch = handle.prepareBatch(statement)) {
            subjects.forEach(subject -> batch.bind("agreement", run.plan().benefit())
                    .bind("subject", subject)
                    .add());
            return Arrays.stream(batch.execute())
                    .map(count -> Math.max(0, count))
                    .sum();
        }
    }
}
