package be.zeef.source;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes each call about one person into the ledger: the intent before it, the outcome after it with what passed meanwhile.
 *
 * @param agreement under which it writes: its id, or that of a benefit of it
 * @param sync the run the calls belong to; 0 for a question
 * @param people how anybody stands in our tables
 * @param subject pseudonym of whom they are about
 * @param asked what they ask, and under which version
 */
public record LedgerJournal(
        Ledger ledger, String agreement, long sync, PeopleAtRest people, String subject, CallIntent.Asked asked)
        implements CallJournal {

    /** The journal of calls about this person under this version of an agreement. */
    public static LedgerJournal about(
            Ledger ledger, String agreement, String version, long sync, Insz person, PeopleAtRest people) {
        return new LedgerJournal(
                ledger, agreement, sync, people, people.pseudonym(person), CallIntent.Asked.under(version));
    }

    @Override
    public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
        return around(new CallIntent.OfPerson(service, referte, subject, asked), call, code);
    }

    private <R> R around(CallIntent intent, Supplier<R> call, Function<R, String> code) {
        return new Deeds(ledger, agreement, sync).around(intent, () -> {
            try (WireTap tap = WireTap.open()) {
                R reply = call.get();
                return Deeds.End.of(reply, new CallOutcome.Ended(code.apply(reply), tap.seen(new WireKey(people))));
            }
        });
    }

    @Override
    public CallJournal about(Insz person) {
        return about(ledger, agreement, asked.version(), sync, person, people);
    }

    @Override
    public CallJournal asking(Set<String> facts, Map<String, List<String>> parameters) {
        CallIntent.Asked what = new CallIntent.Asked(asked.version(), List.copyOf(facts), parameters);
        return new LedgerJournal(ledger, agreement, sync, people, subject, what);
    }

    @Override
    public CallJournal ending() {
        return new CallJournal() {
            @Override
            public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
                return LedgerJournal.this.around(new CallIntent.OfEnding(service, referte, subject, asked), call, code);
            }
        };
    }

    @Override
    public boolean isObjected() {
        return ledger.isObjected(agreement, subject);
    }
}
