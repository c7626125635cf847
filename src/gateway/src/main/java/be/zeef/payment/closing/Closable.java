package be.zeef.payment.closing;

import be.zeef.payment.BankCases.Kind;
import be.zeef.payment.OpenCase;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.Payments;
import be.zeef.payment.release.NamesDesk;
import be.zeef.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The open transfers that one name stands for, as they stand now.
 *
 * @param what a transfer's id, a file's name, or {@link NamesDesk#OTHER_MEANS}
 * @param before signatures by which it was closed before: a bank that says something new opens it again
 */
record Closable(String what, List<One> all, int before) {

    /** @param kind what is open about it at the bank, if anything */
    record One(Payments.Row payment, Optional<Kind> kind) {

        boolean is(Kind other) {
            return kind.filter(each -> each == other).isPresent();
        }

        String line() {
            return payment.id() + " " + payment.state() + " "
                    + kind.map(Kind::name).orElse("-");
        }
    }

    /**
     * Nobody else changes them until this transaction ends.
     *
     * @param bound days that the bank's last word is waited for before people may close what it did not end
     * @throws PaymentRefusedException when nothing of this name is open that people may close
     */
    static Closable of(Handle handle, String agreement, String what, Clock clock, long bound) {
        Payments.lock(handle, agreement, what);
        Stream<One> atBank = OpenCase.all(handle, agreement, clock).stream()
                .filter(each -> each.kind().isPresent() || each.isForAPerson(bound))
                .map(each -> new One(each.payment(), each.kind()));
        Stream<One> otherMeans = Payments.in(handle, agreement, Payments.State.OTHER_MEANS).stream()
                .map(each -> new One(each, Optional.empty()));
        List<One> all = Stream.concat(atBank, otherMeans)
                .filter(each -> isNamed(each.payment(), what))
                .sorted(Comparator.comparing(each -> each.payment().id()))
                .toList();
        if (all.isEmpty()) {
            throw new PaymentRefusedException(
                    "Nothing of this name is open that people may close: see zeef payment open."
                            + " What the bank works on is closed by its answer, or by people once it has waited "
                            + bound
                            + " days (payment.decideAfter).");
        }
        return new Closable(what, all, Closings.before(handle, agreement, what));
    }

    private static boolean isNamed(Payments.Row payment, String what) {
        return payment.id().equals(what)
                || payment.file().filter(what::equals).isPresent()
                || (payment.state() == Payments.State.OTHER_MEANS && what.equals(NamesDesk.OTHER_MEANS));
    }

    long cents() {
        return all.stream().mapToLong(each -> each.payment().cents()).sum();
    }

    /** SHA-256 of which they are, how they stand, and how often that was closed: whoever signs it signs nothing else, and nothing later. */
    String digest() {
        Stream<String> closed = before == 0 ? Stream.empty() : Stream.of("closed before by " + before);
        String lines = Stream.concat(all.stream().map(One::line), closed).collect(Collectors.joining("\n"));
        return Sha256.hex(lines.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return what;
    }
}
