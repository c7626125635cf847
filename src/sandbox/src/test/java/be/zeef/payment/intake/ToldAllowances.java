package be.zeef.payment.intake;

import be.zeef.payment.OpenCase;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The allowances that a run tells of: as undetermined, or because a payment that follows from them is open at the bank. */
public final class ToldAllowances {

    private ToldAllowances() {}

    public static Set<String> of(Handle handle, String agreement, Clock clock) {
        return Stream.concat(
                        Allowances.undetermined(handle, agreement).stream(),
                        OpenCase.all(handle, agreement, clock).stream()
                                .map(each -> Allowances.ofPremium(
                                        handle, agreement, each.payment().child()))
                                .flatMap(Optional::stream))
                .map(Allowances.Known::allowance)
                .collect(Collectors.toSet());
    }
}
