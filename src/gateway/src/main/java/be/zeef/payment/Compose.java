package be.zeef.payment;

import be.zeef.ledger.EntryKind;
import be.zeef.recipient.Transfer;
import be.zeef.recipient.TransferBatch;
import be.zeef.security.PersonKey;
import be.zeef.security.Sealing;
import be.zeef.security.Sha256;
import be.zeef.settings.PaymentSettings;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts every open transfer into one file for the bank, and stores it encrypted; one transaction. */
final class Compose {

    /** Everybody's example of an account; zeef-defaults.yaml names it. */
    private static final String SANDBOX_ACCOUNT = "BE68539007547034";

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final PaymentTools tools;
    private final Tally tally;
    private final Optional<PersonKey> composer;
    private final SecureRandom random = new SecureRandom();

    /** @param composer the key of whoever runs it, if anybody signs for it */
    Compose(PaymentTools tools, Tally tally, Optional<PersonKey> composer) {
        this.tools = tools;
        this.tally = tally;
        this.composer = composer;
    }

    /** @return the name of the file, or nothing when there is nothing to pay */
    Optional<String> compose(YearMonth month, LocalDate on) {
        return tools.jdbi().inTransaction(handle -> {
            withdrawPassed(handle);
            List<Payments.Row> open = Payments.in(handle, tools.id(), Payments.State.OPEN);
            return open.isEmpty() ? Optional.empty() : Optional.of(store(handle, open, month, on));
        });
    }

    /** A file whose day has passed before two people released it is composed anew, for another day. */
    private void withdrawPassed(Handle handle) {
        Standing standing = new Standing(tools, handle, tally);
        PaymentFiles.all(handle, tools.id()).stream()
                .filter(file -> file.state().isToRelease() && file.execution().isBefore(tools.today()))
                .forEach(file -> standing.withdraw(file.name()));
    }

    private String store(Handle handle, List<Payments.Row> open, YearMonth month, LocalDate on) {
        int sequence = PaymentFiles.nextSequence(handle, tools.id(), month);
        String name = name(month, sequence);
        String format = tools.agreement().recipient().format();
        // nobody can ask a bank to pay in the past
        LocalDate from = on.isBefore(tools.today()) ? tools.today() : on;
        LocalDate execution = BankingDays.after(from, tools.terms().bankingDaysAhead());
        TransferBatch batch = new TransferBatch(
                name,
                LocalDateTime.ofInstant(tools.clock().instant(), Today.ZONE),
                execution,
                debtor(),
                transfers(open));
        byte[] content = composed(batch, format);
        String digest = Sha256.hex(content);
        PaymentFiles.Row file = new PaymentFiles.Row(
                name,
                month,
                format,
                execution,
                open.size(),
                batch.cents(),
                digest,
                tools.sealing().seal(name, content),
                PaymentFiles.State.COMPOSED);
        PaymentFiles.insert(
                handle, tools.id(), sequence, file, tools.clock().instant().toString());
        open.forEach(payment -> Payments.inFile(handle, payment.id(), name));
        tools.record(
                handle,
                EntryKind.DELIVERY_PACKED,
                Map.of(
                        "delivery", name,
                        "composer", composer.map(key -> sign(handle, file, key)).orElse(""),
                        "version", tools.agreement().version(),
                        "payments", open.size(),
                        "cents", batch.cents(),
                        "execution", execution.toString(),
                        "digest", digest));
        tally.tell(Finding.information("payment.composed", Location.WHOLE, name));
        return name;
    }

    /** @return who composed it */
    private String sign(Handle handle, PaymentFiles.Row file, PersonKey key) {
        Releaser person = tools.admission().admitted(key.certificate());
        Statement statement = Statement.composition(tools.id(), file, person.person());
        PaymentSignatures.insert(
                handle,
                new PaymentSignatures.Row(
                        file.name(),
                        PaymentSignatures.Act.COMPOSED,
                        person.person(),
                        person.fingerprint(),
                        key.sign(statement.bytes()),
                        tools.now()));
        return person.person();
    }

    private byte[] composed(TransferBatch batch, String format) {
        try {
            return tools.bank().composer().compose(batch, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Transfer> transfers(List<Payments.Row> open) {
        Sealing sealing = tools.sealing();
        References references = tools.references();
        return open.stream()
                .map(payment -> {
                    Payee payee = Payee.open(sealing, payment.id(), payment.vault());
                    Optional<Long> structured = tools.terms().structured()
                            ? Optional.of(references.communication(payment.id()))
                            : Optional.empty();
                    return new Transfer(
                            payment.id(),
                            payment.cents(),
                            payee.name(),
                            payee.iban(),
                            tools.terms().text(),
                            structured);
                })
                .toList();
    }

    private TransferBatch.Debtor debtor() {
        PaymentSettings.Debtor debtor = tools.settings().payment().debtor();
        if (tools.settings().profile() == Realm.PRODUCTION && debtor.iban().equals(SANDBOX_ACCOUNT)) {
            throw new PaymentRefusedException(
                    "payment.debtor is still the sandbox's. Name the municipality's account in zeef.yaml, then sync again.");
        }
        return new TransferBatch.Debtor(debtor.name(), debtor.enterprise(), debtor.iban(), debtor.bic());
    }

    /** Never used before, not even by a database that was thrown away: banks refuse a name they have seen. */
    private String name(YearMonth month, int sequence) {
        StringBuilder name = new StringBuilder(
                String.format("GP%s-%02d-", month.format(DateTimeFormatter.ofPattern("uuuuMM")), sequence));
        for (int i = 0; i < 6; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
