package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.payment.MailboxReaderContract;
import be.zeef.payment.MailboxWatch;
import java.time.YearMonth;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** VUTG's files: one of a later month is left until that. */
class AllowanceReaderTest extends MailboxReaderContract {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final String MUNICIPALITY = "37018";

    AllowanceReaderTest(Jdbi jdbi) {
        super(jdbi);
    }

    /** Without rows: what becomes of those is another promise. */
    private record Empty(AllowanceHead head) implements AllowanceFile {
        @Override
        public void each(Consumer<AllowanceRow> rows) {}
    }

    @Override
    protected MailboxWatch.Reader reader() {
        return new AllowanceReader(
                (file, in) -> {
                    YearMonth month = Content.of(file, in) == Content.OURS ? JULY : JULY.plusMonths(1);
                    return new Empty(new AllowanceHead("F1", month, CLOCK.instant(), MUNICIPALITY, 0, "d".repeat(64)));
                },
                MUNICIPALITY,
                JULY,
                new FileEntry("version", null, secrets(), jdbi, ledger(), CLOCK),
                tally);
    }
}
