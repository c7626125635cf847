package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.payment.PaymentDesk;
import be.zeef.payment.PaymentReport;
import be.zeef.payment.PaymentRun;
import be.zeef.payment.PaymentTools;
import be.zeef.sync.SyncReport;
import java.time.LocalDate;

/** Pays a month for {@code zeef demo}: the run, the release by two people, and the run that reads the bank's answers. */
final class DemoPayments {

    private DemoPayments() {}

    static SyncReport pay(Gateway gateway, Agreement agreement, LocalDate on) {
        PaymentTools tools = gateway.payments(agreement);
        PaymentReport composed = new PaymentRun(tools).run(on);
        PaymentDesk desk = new PaymentDesk(tools);
        desk.list().forEach(file -> {
            desk.release(file.name(), "first-of-the-demo");
            desk.release(file.name(), "second-of-the-demo");
        });
        PaymentReport settled = new PaymentRun(tools).run(on);
        return PaymentSync.row(settled.after(composed));
    }
}
