package be.zeef.payment.closing;

import be.zeef.payment.PaymentRefusedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How people close what is open. */
public enum ClosingDecision {
    /** It was paid: by other means, or as the statement of account shows. Nothing is paid any more. */
    PAID,
    /** It is not paid any more. */
    GIVEN_UP,
    /** The bank never paid it: made again, to the same account, in the next file. */
    AGAIN,
    /** The bank never paid it: waits for a corrected account, and is paid to that. */
    CORRECTED;

    /** As people write it, such as {@code given-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing is paid any more. */
    boolean isFinal() {
        return this == PAID || this == GIVEN_UP;
    }

    /** @throws PaymentRefusedException when it is none of these words */
    public static ClosingDecision of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new PaymentRefusedException("Nothing is closed so. Say one of: "
                        + Arrays.stream(values()).map(ClosingDecision::word).collect(Collectors.joining(", ")) + "."));
    }
}
