package be.zeef.payment;

import be.zeef.ledger.Deed;
import be.zeef.ledger.Deeds;
import be.zeef.route.MailboxException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.List;
import java.util.Map;

/**
 * Hands over files that two people released: the same bytes under the same name each time, so that a bank which had it already
 * refuses the second as a duplicate.
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
        byte[] content = tools.sealing().open(file.name(), file.vault());
        if (!Digests.sha256(content).equals(file.digest())) {
            tally.incomplete(Finding.error("payment.changed", Location.WHOLE, file.name()));
            return;
        }
        Map<String, ?> intent = Map.of(
                "delivery", file.name(),
                "payments", file.payments(),
                "cents", file.cents(),
                "digest", file.digest());
        tools.deeds().around(Deed.DELIVERY, intent, () -> handOver(file, content));
    }

    private Deeds.End<Boolean> handOver(PaymentFiles.Row file, byte[] content) {
        try {
            tools.bank().box().put(file.name() + ".xml", out -> out.write(content));
        } catch (MailboxException e) {
            tally.incomplete(Finding.warning("payment.not-handed-over", Location.WHOLE, file.name()));
            return Deeds.End.of(false, "NOT_SENT");
        }
        return Deeds.End.of(true, "SENT").storing(handle -> PaymentFiles.handed(handle, file));
    }
}
