package be.zeef.payment;

import be.zeef.ledger.EntryKind;
import be.zeef.route.Mailbox;
import be.zeef.source.AllowanceFile;
import be.zeef.source.AllowanceHead;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes in VUTG's files, each in one transaction: all of a file is entered, or nothing. */
final class Intake implements Look.Reader {

    private final PaymentTools tools;
    private final YearMonth until;
    private final Tally tally;

    /** @param until the last month whose file is taken in; those of later months stay for a later run */
    Intake(PaymentTools tools, YearMonth until, Tally tally) {
        this.tools = tools;
        this.until = until;
        this.tally = tally;
    }

    @Override
    public boolean read(String name, InputStream in) throws IOException {
        AllowanceFile file = tools.source().language().open(name, in);
        AllowanceHead head = file.head();
        if (!head.municipality().equals(tools.terms().municipality())) {
            throw refused(name, "payment.other-municipality");
        }
        if (head.month().isAfter(until)) {
            tally.tell(Finding.information("payment.later-month", Location.WHOLE, name));
            return false;
        }
        return tools.jdbi().inTransaction(handle -> takeIn(handle, name, file));
    }

    private boolean takeIn(Handle handle, String name, AllowanceFile file) {
        AllowanceHead head = file.head();
        Optional<String> before = AllowanceFiles.digest(handle, tools.id(), head.file());
        if (before.isPresent()) {
            if (!before.get().equals(head.digest())) {
                throw refused(name, "payment.file-id-repeated");
            }
            tally.tell(Finding.information("payment.file-seen", Location.WHOLE, name));
            return true;
        }
        Tally ofFile = new Tally();
        Book book = new Book(tools, handle, head, ofFile);
        file.each(book::enter);
        AllowanceFiles.insert(handle, tools.id(), head, tools.clock().instant());
        tools.record(
                handle,
                EntryKind.ANSWER_READ,
                Map.of(
                        "version", tools.agreement().version(),
                        "source", "groeipakket",
                        "file", head.file(),
                        "month", head.month().toString(),
                        "digest", head.digest(),
                        "rows", head.lines(),
                        "granted", book.granted()));
        ofFile.findings().forEach(tally::tell);
        tally.taken(head.file(), book.granted());
        return true;
    }

    /** Stays where it is, for inquiry; another file does not wait for it. */
    @Override
    public void unusable(String name, InvalidMessageException why) {
        tally.tellAll(why.report());
        tally.incomplete(Finding.warning("payment.file-unusable", Location.WHOLE, name));
    }

    @Override
    public void refused(Mailbox.Refused files) {
        tally.refused(files);
    }

    private static InvalidMessageException refused(String name, String code) {
        Findings findings = new Findings();
        findings.add(Finding.error(code, Location.WHOLE, name));
        return new InvalidMessageException(findings.report(name));
    }
}
