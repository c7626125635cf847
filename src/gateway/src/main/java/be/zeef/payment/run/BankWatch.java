package be.zeef.payment.run;

import be.zeef.payment.MailboxWatch;
import be.zeef.payment.OpenCase;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.ToldCases;
import be.zeef.payment.bank.BankAnswers;
import be.zeef.payment.intake.PremiumRows;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads what the bank has answered by now, and tells what is still open with it or waits to be released. */
final class BankWatch {

    private final String agreement;
    private final BankAnswers answers;
    private final Duration decideAfter;
    private final Jdbi jdbi;
    private final Clock clock;

    /** @param decideAfter how long the bank's last word is waited for before a person must decide */
    BankWatch(String agreement, BankAnswers answers, Duration decideAfter, Jdbi jdbi, Clock clock) {
        this.agreement = agreement;
        this.answers = answers;
        this.decideAfter = decideAfter;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whenever a file has left, since a bank may have second thoughts; not reaching it matters only while an answer is due. */
    void read(PaymentTally tally) {
        List<PaymentFiles.State> states = jdbi.withHandle(handle -> PaymentFiles.all(handle, agreement)).stream()
                .map(PaymentFiles.Row::state)
                .toList();
        if (states.stream().anyMatch(PaymentFiles.State::hasLeft)
                && answers.read(tally) != MailboxWatch.End.ENOUGH
                && states.contains(PaymentFiles.State.HANDED)) {
            tally.incomplete(Finding.warning("payment.bank-unreachable", Location.WHOLE));
        }
    }

    /**
     * Tells everything that is open, by every run until it is closed.
     *
     * @param shown the file that the run tells of besides
     * @return whether any of it waits for a correction or a person
     */
    boolean tell(Handle handle, Optional<String> shown, PaymentTally tally) {
        PaymentFiles.all(handle, agreement).stream()
                .filter(file -> file.state().isToRelease()
                        && shown.filter(file.name()::equals).isEmpty())
                .forEach(file -> tally.tell(Finding.information("payment.unreleased", Location.WHOLE, file.name())));
        ToldCases told = new ToldCases(decideAfter.toDays(), child -> PremiumRows.of(handle, agreement, child));
        return told.tell(OpenCase.all(handle, agreement, clock), tally);
    }
}
