package be.zeef.payment.bank;

import be.zeef.payment.MailboxReaderContract;
import be.zeef.payment.MailboxWatch;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.Payments;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.transfer.TransferAnswer.Verdict;
import be.zeef.transfer.TransferRefusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The bank's answers: one about a file of another agreement is left for that. */
class BankAnswerReaderTest extends MailboxReaderContract {

    private static final Said ACCEPTED = new Said(Verdict.ACCEPTED, TransferRefusal.PERSON, "ACSC");

    BankAnswerReaderTest(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    protected MailboxWatch.Reader reader() {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from payment");
            handle.execute("delete from payment_file");
            for (String agreement : List.of(AGREEMENT, "b")) {
                PaymentFiles.Row file = file("file of " + agreement);
                PaymentFiles.insert(handle, agreement, 1, file, CLOCK.instant().toString());
                PaymentFiles.standsAs(handle, file, PaymentFiles.State.RELEASED);
                PaymentFiles.handed(handle, file, CLOCK.instant().toString());
                String id = "payment of " + agreement;
                Payments.insert(handle, agreement, payment(id));
                Payments.inFile(handle, id, file.name());
            }
        });
        return new BankAnswerReader(
                (file, in) -> {
                    String agreement = Content.of(file, in) == Content.OURS ? AGREEMENT : "b";
                    return new TransferAnswer("file of " + agreement, ACCEPTED, List.of());
                },
                secrets(),
                jdbi,
                ledger(),
                CLOCK,
                tally);
    }

    private static PaymentFiles.Row file(String name) {
        return new PaymentFiles.Row(
                name,
                YearMonth.of(2026, 7),
                "pain.001",
                LocalDate.of(2026, 7, 20),
                1,
                110000,
                "d".repeat(64),
                new byte[] {1},
                PaymentFiles.State.COMPOSED);
    }

    private static Payments.Row payment(String id) {
        return new Payments.Row(
                id,
                "child",
                1,
                1,
                110000,
                "payee",
                "account",
                new byte[] {1},
                Payments.State.OPEN,
                Optional.empty(),
                false);
    }
}
