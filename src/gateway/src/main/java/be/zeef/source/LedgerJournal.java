package be.zeef.source;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.subject.Insz;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes each call about one person into the ledger: the intent before it, the outcome after it.
 *
 * @param sync the run the calls belong to; 0 for a question
 * @param subject pseudonym of whom they are about
 * @param pseudonym gives anybody's pseudonym; called by any thread
 */
public record LedgerJournal(
        Ledger ledger, String agreement, long sync, String subject, Function<Insz, String> pseudonym)
        implements CallJournal {

    /** The journal of calls about this person. */
    public static LedgerJournal about(
            Ledger ledger, String agreement, long sync, Insz person, Function<Insz, String> pseudonym) {
        return new LedgerJournal(ledger, agreement, sync, pseudonym.apply(person), pseudonym);
    }

    @Override
    public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
        return around(new CallIntent.OfPerson(service, referte, subject), call, code);
    }

    private <R> R around(CallIntent intent, Supplier<R> call, Function<R, String> code) {
        return new Deeds(ledger, agreement, sync).around(intent, () -> {
            R reply = call.get();
            return Deeds.End.of(reply, new CallOutcome.Ended(code.apply(reply)));
        });
    }

    @Override
    public CallJournal about(Insz person) {
        return about(ledger, agreement, sync, person, pseudonym);
    }

    @Override
    public CallJournal ending() {
        return new CallJournal() {
            @Override
            public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
                return LedgerJournal.this.around(new CallIntent.OfEnding(service, referte, subject), call, code);
            }
        };
    }

    @Override
    public boolean isObjected() {
        return ledger.isObjected(agreement, subject);
    }
}
