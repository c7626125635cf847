package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceHead;
import be.zeef.ledger.event.AnswerRead;
import be.zeef.ledger.event.Event;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Enters each of VUTG's files once, in one transaction: all of it, or nothing. */
public final class FileEntry {

    private final String version;
    private final PremiumRule premiums;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;

    /** @param version of the agreement that it is entered under */
    public FileEntry(
            String version,
            PremiumRule premiums,
            PaymentSecrets secrets,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock) {
        this.version = version;
        this.premiums = premiums;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of the agreement that it is entered under. */
    String version() {
        return version;
    }

    /** A file that nothing was entered of, and why. */
    void refused(List<String> why) {
        jdbi.useTransaction(handle -> refused(handle, why));
    }

    private void refused(Handle handle, List<String> why) {
        ledger.record(handle, new AnswerRead.Refused("groeipakket", why, wire()));
    }

    private List<Event.Wire> wire() {
        return WireTap.seenHere(new WireKey(secrets.people()));
    }

    /** @throws be.zeef.validation.InvalidMessageException when another file was entered under its id, or it cannot be read */
    void enter(String name, AllowanceFile file, PaymentTally tally) throws IOException {
        jdbi.useTransaction(handle -> {
            Optional<String> before = AllowanceFiles.digest(
                    handle, ledger.agreement(), file.head().file());
            if (before.isEmpty()) {
                enter(handle, file, tally);
            } else if (before.get().equals(file.head().digest())) {
                tally.tell(Finding.information("payment.file-seen", Location.WHOLE, name));
                refused(handle, List.of("payment.file-seen"));
            } else {
                throw AllowanceReader.refused(name, "payment.file-id-repeated");
            }
        });
    }

    private void enter(Handle handle, AllowanceFile file, PaymentTally tally) throws IOException {
        AllowanceHead head = file.head();
        PaymentTally ofFile = new PaymentTally();
        RowEntry rows = new RowEntry(premiums, secrets, ledger, handle, head, ofFile);
        file.each(rows::enter);
        AllowanceFiles.insert(handle, ledger.agreement(), head, clock.instant());
        ledger.record(
                handle,
                new AnswerRead.OfAllowances(
                        version,
                        "groeipakket",
                        head.file(),
                        head.month(),
                        head.digest(),
                        head.lines(),
                        rows.granted(),
                        wire()));
        ofFile.findings().forEach(tally::tell);
        tally.taken(head.file(), rows.granted());
    }
}
