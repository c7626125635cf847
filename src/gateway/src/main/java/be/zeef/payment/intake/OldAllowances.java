package be.zeef.payment.intake;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** What was decided about VUTG's rows, once it may not be kept any more. */
public final class OldAllowances {

    private OldAllowances() {}

    /**
     * Rows of files that were taken in up to this day, with what was said last of their allowances. One that waits for a person stays, and
     * which files were taken in does: another under a known name, or the same again, is still told. How many rows.
     */
    public static long remove(Handle handle, String agreement, LocalDate until) {
        Allowances.forget(handle, agreement, until);
        return AllowanceFiles.forget(handle, agreement, until);
    }
}
