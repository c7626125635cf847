package be.zeef.endtoend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.demo.DemoPayments;
import be.zeef.endtoend.city.PremiumsCase;
import be.zeef.payment.OpenCase;
import be.zeef.payment.closing.ClosingDecision;
import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.closing.ClosingDesk.Request;
import be.zeef.payment.closing.ClosingDesk.Wish;
import be.zeef.payment.run.PaymentReport;
import be.zeef.sandbox.bank.BankMisbehaviour;
import be.zeef.security.PersonKey;
import be.zeef.subject.Today;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bank over its real channel that leaves payments open, and two people who close them. */
class OpenPaymentsTest extends PremiumsCase {

    private PaymentReport answered(Gateway gateway, String file, BankMisbehaviour... kinds) {
        for (BankMisbehaviour kind : kinds) {
            city.sandbox().bank().misbehave(kind, 1);
        }
        release(gateway, file);
        return run(gateway, JUNE);
    }

    private static void close(Gateway gateway, String what, ClosingDecision decision) throws Exception {
        ClosingDesk desk = gateway.payments(agreement).closingDesk();
        Request asked = new Request(what, Optional.of(new Wish(decision, "the bank never executed it")));
        for (String person : List.of("an", "bert")) {
            PersonKey key = DemoPayments.key(city.sandbox().folder().resolve("releasers"), person);
            desk.close(asked, key.sign(desk.statement(asked).bytes()));
        }
    }

    @Test
    void areToldUntilTwoPeopleCloseThem() throws Exception {
        try (Gateway gateway = new Gateway(settings(Map.of("answerWithin", "PT5S")), Today.wallClock())) {
            String first = run(gateway, JUNE).file();
            PaymentReport duplicate = answered(gateway, first, BankMisbehaviour.REFUSE_AS_DUPLICATE);
            assertThat(codes(duplicate.findings())).contains("payment.case-duplicate");
            assertThat(duplicate.file()).as("nothing is made again").isEqualTo(first);
            assertThat(accountsPaid()).isEmpty();

            close(gateway, first, ClosingDecision.AGAIN);
            PaymentReport again = run(gateway, JUNE);
            assertThat(again.payments()).isEqualTo(duplicate.payments());

            PaymentReport poor =
                    answered(gateway, again.file(), BankMisbehaviour.REFUSE_EACH, BankMisbehaviour.VERSION_12);
            assertThat(codes(poor.findings())).contains("payment.composed");
            assertThat(accountsPaid()).isEmpty();

            PaymentReport checked = answered(
                    gateway,
                    poor.file(),
                    BankMisbehaviour.CHECKED_THEN_REFUSED,
                    BankMisbehaviour.NO_END_TO_END_ID,
                    BankMisbehaviour.VERSION_14);
            assertThat(codes(checked.findings())).contains("payment.refused");
            List<OpenCase> open = gateway.payments(agreement).closingDesk().open();
            assertThat(open).isNotEmpty().allMatch(each -> each.said().startsWith("RJCT AC04"));
            for (OpenCase each : open) {
                close(gateway, each.payment().id(), ClosingDecision.GIVEN_UP);
            }
            assertThat(gateway.payments(agreement).closingDesk().open()).isEmpty();
            assertThat(accountsPaid()).hasSize((int) (checked.delivered() - checked.refused()));
        }
    }
}
