package be.zeef.payment;

import be.zeef.ledger.Deed;
import be.zeef.ledger.Deeds;
import be.zeef.route.MailboxException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands over files that two people released, once their signatures were looked at again: the same bytes under the same name each time,
 * so that a bank which had it already refuses the second as a duplicate.
 */
final class HandOver {

    private final PaymentTools tools;
    private final Tally tally;

    HandOver(PaymentTools tools, Tally tally) {
        this.tools = tools;
        this.tally = tally;
    }

    /** Every file that is released and not known to be handed over. */
    void all() {
        List<PaymentFiles.Row> released =
                tools.jdbi().withHandle(handle -> PaymentFiles.all(handle, tools.id())).stream()
                        .filter(file -> file.state() == PaymentFiles.State.RELEASED)
                        .toList();
        released.forEach(this::handOver);
    }

    private void handOver(PaymentFiles.Row file) {
        Optional<Genuine> genuine = tools.jdbi().withHandle(handle -> Genuine.of(tools, handle, file));
        if (genuine.isEmpty()) {
            tally.incomplete(Finding.error("payment.changed", Location.WHOLE, file.name()));
            return;
        }
        Releases releases = tools.jdbi().withHandle(handle -> Releases.of(tools, handle, genuine.get()));
        if (!releases.suffice()) {
            tally.incomplete(Finding.error("payment.not-released", Location.WHOLE, file.name()));
            return;
        }
        Map<String, ?> intent = Map.of(
                "delivery", file.name(),
                "payments", file.payments(),
                "cents", file.cents(),
                "digest", file.digest(),
                "releases",
                        releases.people().stream().map(Releaser::fingerprint).toList());
        tools.deeds().around(Deed.DELIVERY, intent, () -> handOver(genuine.get()));
    }

    private Deeds.End<Boolean> handOver(Genuine genuine) {
        PaymentFiles.Row file = genuine.file();
        try {
            tools.bank().box().put(file.name() + ".xml", out -> out.write(genuine.content()));
        } catch (MailboxException e) {
            tally.incomplete(Finding.warning("payment.not-handed-over", Location.WHOLE, file.name(), tools.id()));
            return Deeds.End.of(false, "NOT_SENT");
        }
        return Deeds.End.of(true, "SENT").storing(handle -> PaymentFiles.handed(handle, file));
    }
}
