package be.zeef.payment;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Where people look at payment files and release them. */
public final class PaymentDesk {

    private final PaymentTools tools;

    public PaymentDesk(PaymentTools tools) {
        this.tools = tools;
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
            Counts counts) {}

    /**
     * Who signed for a file.
     *
     * @param composer whose run composed it; empty when nobody signed that run
     * @param releases who released it, and whether that holds
     */
    public record Signed(String composer, List<ReleaseSeen> releases) {}

    /**
     * What a release led to.
     *
     * @param handedOver whether the file is with the bank now
     */
    public record Released(boolean first, boolean handedOver, File file, List<Finding> findings) {}

    /** Every file, the newest first. */
    public List<File> list() {
        return tools.jdbi().withHandle(handle -> PaymentFiles.all(handle, tools.id()).stream()
                .map(row -> file(handle, row))
                .toList());
    }

    /** @throws NoSuchPaymentFileException when there is no file of this name */
    public File show(String name) {
        return tools.jdbi().withHandle(handle -> file(handle, find(handle, name)));
    }

    /**
     * Looks at every signature over a file.
     *
     * @throws NoSuchPaymentFileException when there is no file of this name
     */
    public Signed signed(String name) {
        return tools.jdbi().withHandle(handle -> {
            PaymentFiles.Row file = find(handle, name);
            return new Signed(ReleasesSeen.composer(handle, file), new ReleasesSeen(tools, handle).of(file));
        });
    }

    /** Shares that finance pays in another way, because there is no account: how many, and the sum in cents. */
    public Map.Entry<Integer, Long> otherMeans() {
        List<Payments.Row> rows =
                tools.jdbi().withHandle(handle -> Payments.in(handle, tools.id(), Payments.State.OTHER_MEANS));
        return Map.entry(
                rows.size(), rows.stream().mapToLong(Payments.Row::cents).sum());
    }

    /**
     * What must be signed to release a file, made anew from the very bytes that the bank gets.
     *
     * @throws PaymentRefusedException when it may not be released
     */
    public Statement statement(String name) {
        return new Release(tools).statement(name);
    }

    /**
     * Releases a file; the second of two people hands it over, and waits for the bank's answer as long as the settings say.
     *
     * @param signature over the file's {@link #statement}: detached CMS, as {@link be.zeef.security.PersonSignature} describes
     * @throws PaymentRefusedException when whoever signed may not, or the file may not be
     */
    public Released release(String name, byte[] signature) {
        Release.Step step = new Release(tools).release(name, signature);
        Tally tally = new Tally();
        if (step != Release.Step.FIRST) {
            new HandOver(tools, tally).all();
            if (show(name).state().equals("handed")) {
                answers(tally, tools.settings().payment().answerWithin());
            }
        }
        File file = show(name);
        boolean handedOver = file.state().equals("handed") || file.state().equals("settled");
        return new Released(step == Release.Step.FIRST, handedOver, file, tally.findings());
    }

    /** Reads what the bank has answered by now; tells what there is to tell. */
    public List<Finding> answers() {
        Tally tally = new Tally();
        if (look(tally).until(() -> true, tools.settings().payment().answerWithin()) != Look.End.ENOUGH) {
            tally.incomplete(Finding.warning("payment.bank-unreachable", Location.WHOLE));
        }
        return tally.findings();
    }

    private void answers(Tally tally, Duration within) {
        Look.End end = look(tally).until(this::allSettled, within);
        if (end == Look.End.UNREACHABLE) {
            tally.tell(Finding.warning("payment.bank-unreachable", Location.WHOLE));
        } else if (end == Look.End.MISSING) {
            tally.tell(Finding.information("payment.answer-awaited", Location.WHOLE));
        }
    }

    private Look look(Tally tally) {
        return new Look(tools.bank().box(), new BankAnswers(tools, tally));
    }

    private boolean allSettled() {
        return tools.jdbi().withHandle(handle -> PaymentFiles.all(handle, tools.id())).stream()
                .noneMatch(file -> file.state() == PaymentFiles.State.HANDED);
    }

    private PaymentFiles.Row find(Handle handle, String name) {
        return PaymentFiles.find(handle, tools.id(), name).orElseThrow(() -> new NoSuchPaymentFileException(name));
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
                Counts.of(handle, tools.id(), row.name()));
    }
}
