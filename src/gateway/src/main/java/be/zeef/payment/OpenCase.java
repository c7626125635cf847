package be.zeef.payment;

import be.zeef.subject.Today;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A transfer that is with the bank, or was, and whose last word is not known or leaves something to do.
 *
 * @param kind what is open about it; empty while the bank's last word is awaited
 * @param handed whether its file is known to be with the bank: it was handed over, or the bank said something of it
 * @param said the bank's last status with its codes; a dash when it said nothing
 * @param since from when on: its file left, or what is open began
 * @param days that it waits, by the Belgian calendar
 */
public record OpenCase(
        Payments.Row payment, Optional<BankCases.Kind> kind, boolean handed, String said, Instant since, long days) {

    private static final String NOTHING = "-";

    /** All of an agreement, the oldest first; what finance pays in another way stands by itself. */
    public static List<OpenCase> all(Handle handle, String agreement, Clock clock) {
        List<OpenCase> cases = new ArrayList<>();
        for (BankCases.Row row : BankCases.open(handle, agreement)) {
            Payments.find(handle, agreement, row.payment())
                    .ifPresent(payment -> cases.add(of(payment, row.kind(), true, row.said(), row.from(), clock)));
        }
        for (Payments.Row payment : Payments.in(handle, agreement, Payments.State.IN_FILE)) {
            BankCases.Row row = BankCases.of(handle, payment.id());
            if (payment.left() && row.kind().isEmpty()) {
                String file = payment.file().orElseThrow();
                Instant left = PaymentFiles.left(handle, file);
                boolean handed = !row.said().isEmpty() || PaymentFiles.isHanded(handle, file);
                cases.add(of(payment, Optional.empty(), handed, row.said(), left, clock));
            }
        }
        return cases;
    }

    private static OpenCase of(
            Payments.Row payment,
            Optional<BankCases.Kind> kind,
            boolean handed,
            String said,
            Instant since,
            Clock clock) {
        long days = ChronoUnit.DAYS.between(Today.at(since), Today.by(clock));
        return new OpenCase(payment, kind, handed, said.isEmpty() ? NOTHING : said, since, Math.max(0, days));
    }

    /**
     * Whether a person must decide now: the bank said something that leaves it to one, or has said too little for too long.
     *
     * @param bound days that the bank's last word, or a correction, is waited for
     */
    public boolean isForAPerson(long bound) {
        return days >= bound
                || kind.filter(each -> each != BankCases.Kind.ACCOUNT).isPresent();
    }
}
