package be.zeef.payment.run;

import be.zeef.agreement.PaymentTerms;
import be.zeef.payment.Payee;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.Payments;
import be.zeef.payment.References;
import be.zeef.subject.Today;
import be.zeef.transfer.Transfer;
import be.zeef.transfer.TransferBatch;
import be.zeef.transfer.TransferComposer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Composes stored transfers into one message for the bank, to be executed as many banking days ahead as the agreement says. */
final class BatchComposer {

    private final PaymentTerms terms;
    private final Debtor debtor;
    private final TransferComposer composer;
    private final PaymentSecrets secrets;
    private final Clock clock;

    BatchComposer(PaymentTerms terms, Debtor debtor, TransferComposer composer, PaymentSecrets secrets, Clock clock) {
        this.terms = terms;
        this.debtor = debtor;
        this.composer = composer;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param content the very bytes that the bank gets */
    record Composed(TransferBatch batch, byte[] content) {

        @Override
        public String toString() {
            return batch.name();
        }
    }

    /**
     * @param on the day it is composed for
     * @throws be.zeef.payment.PaymentRefusedException when the settings name nobody who may pay
     */
    Composed compose(String name, String format, LocalDate on, List<Payments.Row> open) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Today.ZONE);
        TransferBatch batch = new TransferBatch(name, now, execution(on), debtor.paying(), transfers(open));
        try {
            return new Composed(batch, composer.compose(batch, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate execution(LocalDate on) {
        LocalDate today = Today.by(clock);
        // nobody can ask a bank to pay in the past
        return BankingDays.after(on.isBefore(today) ? today : on, terms.bankingDaysAhead());
    }

    private List<Transfer> transfers(List<Payments.Row> open) {
        References references = secrets.references();
        return open.stream().map(payment -> transfer(payment, references)).toList();
    }

    private String text(Payee payee) {
        return payee.text().isEmpty() ? terms.text() : terms.text() + " " + payee.text();
    }

    private Transfer transfer(Payments.Row payment, References references) {
        Payee payee = Payee.open(secrets.sealing(), payment.id(), payment.vault());
        Optional<Long> structured =
                terms.structured() ? Optional.of(references.communication(payment.id())) : Optional.empty();
        return new Transfer(payment.id(), payment.cents(), payee.name(), payee.iban(), text(payee), structured);
    }
}
