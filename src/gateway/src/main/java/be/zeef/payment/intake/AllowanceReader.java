package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceLanguage;
import be.zeef.payment.MailboxWatch;
import be.zeef.payment.PaymentTally;
import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;

/** Reads VUTG's files as they lie in the mailbox, and refuses those that are of another municipality or of a later month. */
final class AllowanceReader implements MailboxWatch.Reader {

    private final AllowanceLanguage language;
    private final String municipality;
    private final YearMonth until;
    private final FileEntry entry;
    private final PaymentTally tally;

    AllowanceReader(
            AllowanceLanguage language, String municipality, YearMonth until, FileEntry entry, PaymentTally tally) {
        this.language = language;
        this.municipality = municipality;
        this.until = until;
        this.entry = entry;
        this.tally = tally;
    }

    @Override
    public boolean read(String name, InputStream in) throws IOException {
        AllowanceFile file = language.open(name, in);
        AllowanceHead head = file.head();
        if (!head.municipality().equals(municipality)) {
            throw refused(name, "payment.other-municipality");
        }
        if (head.month().isAfter(until)) {
            tally.tell(Finding.information("payment.later-month", Location.WHOLE, name));
            entry.refused(List.of("payment.later-month"));
            return false;
        }
        entry.enter(name, file, tally);
        return true;
    }

    /** Stays where it is, for inquiry; another file does not wait for it. */
    @Override
    public void unusable(String name, InvalidMessageException why) {
        tally.tellAll(why.report());
        tally.incomplete(Finding.warning("payment.file-unusable", Location.WHOLE, name));
        entry.refused(why.codes().toList());
    }

    @Override
    public void unread(Mailbox.Unread left) {
        tally.unread(left);
    }

    static InvalidMessageException refused(String name, String code) {
        Findings findings = new Findings();
        findings.add(Finding.error(code, Location.WHOLE, name));
        return new InvalidMessageException(findings.report(name));
    }
}
