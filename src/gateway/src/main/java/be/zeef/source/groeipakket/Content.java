package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.security.Sha256;
import be.zeef.subject.DayRule;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.XmlCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.xml.validation.Schema;

/** A decrypted file. It is read twice: once to see that it is right as a whole, and once for its rows. */
final class Content implements AllowanceFile {

    private final byte[] content;
    private final boolean csv;
    private final FileContract contract;
    private final AllowanceHead head;

    /** What files are held against. */
    record FileContract(Schema schema, RecordColumns columns, DayRule days) {}

    private Content(byte[] content, boolean csv, FileContract contract, Findings findings, String name)
            throws IOException {
        this.content = content;
        this.csv = csv;
        this.contract = contract;
        Whole whole = new Whole(findings);
        read(findings, whole);
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(name));
        }
        this.head = whole.head.with(whole.lines, Sha256.hex(content));
    }

    /** @throws InvalidMessageException when it is not right as a whole */
    static Content of(String name, byte[] content, boolean csv, FileContract contract) throws IOException {
        return new Content(content, csv, contract, new Findings(), name);
    }

    @Override
    public AllowanceHead head() {
        return head;
    }

    @Override
    public void each(Consumer<AllowanceRow> rows) {
        RowChecks checks = new RowChecks(contract.days, head.created());
        try {
            read(new Findings(), new Rows(row -> rows.accept(checks.check(row))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Findings findings, RawRows rows) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        if (csv) {
            new CsvAllowances(contract.columns, findings, rows).read(in);
        } else {
            XmlCheck.read(contract.schema, findings, in, new XmlAllowances(rows));
        }
    }

    /** Looks at the whole only. */
    private static final class Whole implements RawRows {

        private final Findings findings;
        private RawHead head;
        private long lines;

        Whole(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void head(RawHead now) {
            head = now;
        }

        @Override
        public void row(RawRow row) {
            lines++;
        }

        @Override
        public void totals(long told) {
            if (told != lines) {
                findings.add(
                        Finding.error("groeipakket.totals", Location.WHOLE, Long.toString(told), Long.toString(lines)));
            }
        }
    }

    /** Looks at the rows only. */
    private record Rows(Consumer<RawRow> each) implements RawRows {
        @Override
        public void head(RawHead head) {
            // read before
        }

        @Override
        public void row(RawRow row) {
            each.accept(row);
        }

        @Override
        public void totals(long lines) {
            // compared before
        }
    }
}
