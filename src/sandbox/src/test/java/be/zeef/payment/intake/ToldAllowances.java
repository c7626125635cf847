package be.zeef.payment.intake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The allowances that a run tells of: as undetermined, or as refused by the bank and waiting for another account. */
public final class ToldAllowances {

    private ToldAllowances() {}

    public static Set<String> of(Handle handle, String agreement) {
        return Stream.concat(
                        Allowances.undetermined(handle, agreement).stream(),
                        Allowances.refused(handle, agreement).stream())
                .map(Allowances.Known::allowance)
                .collect(Collectors.toSet());
    }
}
