package be.zeef.payment.run;

import be.zeef.payment.AnswerCounts;
import be.zeef.payment.MailboxWatch;
import be.zeef.payment.NoSuchPaymentFileException;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.bank.BankAnswers;
import be.zeef.payment.bank.HandOver;
import be.zeef.payment.release.FourEyes;
import be.zeef.payment.release.ShownRelease;
import be.zeef.payment.release.ShownReleases;
import be.zeef.trust.Statement;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Shows payment files, and releases them for the people who sign. */
public final class PaymentDesk {

    private final String agreement;
    private final FourEyes fourEyes;
    private final ShownReleases releases;
    private final HandOver handOver;
    private final BankAnswers answers;
    private final BankWatch watch;
    private final Jdbi jdbi;

    PaymentDesk(
            String agreement,
            FourEyes fourEyes,
            ShownReleases releases,
            HandOver handOver,
            BankAnswers answers,
            BankWatch watch,
            Jdbi jdbi) {
        this.agreement = agreement;
        this.fourEyes = fourEyes;
        this.releases = releases;
        this.handOver = handOver;
        this.answers = answers;
        this.watch = watch;
        this.jdbi = jdbi;
    }

    /**
     * A payment file, as anybody may see it.
     *
     * @param state such as {@code composed}; {@code settled} when the bank has said its last word on each transfer
     * @param digest SHA-256 of the file
     */
    public record File(
            String name,
            String state,
            String format,
            int payments,
            long cents,
            LocalDate execution,
            String digest,
            AnswerCounts counts) {}

    /**
     * Who signed for a file.
     *
     * @param composer whose run composed it; empty when nobody signed that run
     * @param releases who released it, and whether that holds
     */
    public record Signed(String composer, List<ShownRelease> releases) {}

    /**
     * What a release led to.
     *
     * @param handedOver whether the file is with the bank now
     */
    public record Released(boolean first, boolean handedOver, File file, List<Finding> findings) {}

    /** Every file, the newest first. */
    public List<File> list() {
        return jdbi.withHandle(handle -> PaymentFiles.all(handle, agreement).stream()
                .map(row -> file(handle, row))
                .toList());
    }

    /** @throws NoSuchPaymentFileException when there is no file of this name */
    public File show(String name) {
        return jdbi.withHandle(handle -> file(handle, find(handle, name)));
    }

    /**
     * Looks at every signature over a file.
     *
     * @throws NoSuchPaymentFileException when there is no file of this name
     */
    public Signed signed(String name) {
        return jdbi.withHandle(handle -> {
            PaymentFiles.Row file = find(handle, name);
            return new Signed(releases.composer(handle, file), releases.of(handle, file));
        });
    }

    /** ShareTransfers that finance pays in another way, because there is no account: how many, and the sum in cents. */
    public Map.Entry<Integer, Long> otherMeans() {
        List<Payments.Row> rows = jdbi.withHandle(handle -> Payments.in(handle, agreement, Payments.State.OTHER_MEANS));
        return Map.entry(
                rows.size(), rows.stream().mapToLong(Payments.Row::cents).sum());
    }

    /**
     * What must be signed to release a file, made anew from the very bytes that the bank gets.
     *
     * @throws PaymentRefusedException when it may not be released
     */
    public Statement statement(String name) {
        return fourEyes.statement(name);
    }

    /**
     * JudgedReleases a file; the second of two people hands it over, and waits for the bank's answer as long as the settings say.
     *
     * @param signature over the file's {@link #statement}: detached CMS, as {@link be.zeef.security.PersonSignature} describes
     * @throws PaymentRefusedException when whoever signed may not, or the file may not be
     */
    public Released release(String name, byte[] signature) {
        FourEyes.Step step = fourEyes.release(name, signature);
        PaymentTally tally = new PaymentTally();
        if (step != FourEyes.Step.FIRST) {
            handOver.all(tally);
            if (show(name).state().equals("handed")) {
                awaitAnswers(tally);
            }
        }
        File file = show(name);
        boolean handedOver = file.state().equals("handed") || file.state().equals("settled");
        return new Released(step == FourEyes.Step.FIRST, handedOver, file, tally.findings());
    }

    /** Reads what the bank has answered by now; tells what there is to tell, and everything that is still open. */
    public List<Finding> answers() {
        PaymentTally tally = new PaymentTally();
        if (answers.read(tally) != MailboxWatch.End.ENOUGH) {
            tally.incomplete(Finding.warning("payment.bank-unreachable", Location.WHOLE));
        }
        jdbi.useHandle(handle -> watch.tell(handle, Optional.empty(), tally));
        return tally.findings();
    }

    private void awaitAnswers(PaymentTally tally) {
        MailboxWatch.End end = answers.read(tally, this::allSettled);
        if (end == MailboxWatch.End.UNREACHABLE || end == MailboxWatch.End.UNREAD) {
            tally.tell(Finding.warning("payment.bank-unreachable", Location.WHOLE));
        } else if (end == MailboxWatch.End.MISSING) {
            tally.tell(Finding.information("payment.answer-awaited", Location.WHOLE));
        }
    }

    private boolean allSettled() {
        return jdbi.withHandle(handle -> PaymentFiles.all(handle, agreement)).stream()
                .noneMatch(file -> file.state() == PaymentFiles.State.HANDED);
    }

    private PaymentFiles.Row find(Handle handle, String name) {
        return PaymentFiles.find(handle, agreement, name).orElseThrow(() -> new NoSuchPaymentFileException(name));
    }

    private File file(Handle handle, PaymentFiles.Row row) {
        return new File(
                row.name(),
                row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                row.format(),
                row.payments(),
                row.cents(),
                row.execution(),
                row.digest(),
                AnswerCounts.of(handle, agreement, row.name()));
    }
}
