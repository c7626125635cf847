package be.zeef.payment;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.PaymentTerms;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import be.zeef.recipient.TransferAnswers;
import be.zeef.recipient.TransferComposer;
import be.zeef.route.Mailbox;
import be.zeef.security.Keys;
import be.zeef.security.Sealing;
import be.zeef.settings.Settings;
import be.zeef.sieve.Rule;
import be.zeef.source.AllowanceLanguage;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a payment run and its release work with; wired once per process. */
public record PaymentTools(
        Agreement agreement,
        Settings settings,
        Keys keys,
        Releasers releasers,
        Jdbi jdbi,
        Ledger ledger,
        Clock clock,
        Rule rule,
        Sources source,
        Bank bank) {

    /** VUTG's language and mailbox. */
    public record Sources(AllowanceLanguage language, Mailbox box) {}

    /** The bank's languages and mailbox. */
    public record Bank(TransferComposer composer, TransferAnswers answers, Mailbox box) {}

    String id() {
        return agreement.id();
    }

    PaymentTerms terms() {
        return agreement
                .payment()
                .orElseThrow(() -> new PaymentRefusedException(
                        "The agreement " + id() + " says nothing of payments. Name one that has recipient.payment."));
    }

    /** References for one thread. */
    References references() {
        return new References(keys, id());
    }

    Sealing sealing() {
        return new Sealing(keys.vault(), id());
    }

    Admission admission() {
        return new Admission(releasers, keys, clock);
    }

    /** As it is written down beside signatures: to the second. */
    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    LocalDate today() {
        return Today.by(clock);
    }

    /** Does what the ledger must know of. */
    Deeds deeds() {
        return new Deeds(ledger, id(), 0);
    }

    long record(EntryKind kind, Map<String, ?> body) {
        return ledger.append(kind, id(), 0, body);
    }

    long record(Handle handle, EntryKind kind, Map<String, ?> body) {
        return ledger.append(handle, kind, id(), 0, body);
    }
}
