package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.OpenCase;
import be.zeef.validation.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment file that the bank has not got is not waited for from the bank. */
class NotHandedOverTest extends TownFixture {

    @Test
    void isToldByEveryRunAsNotSent_howeverLongItTakes() {
        town.send(Family.of(1).grant(1));
        String file = town.run().file();
        town.toBank().closed(true);
        town.release(file);

        PaymentReport soon = town.run();
        assertThat(told(soon, "payment.not-handed-over")).containsExactly(file, Town.AGREEMENT, "552 Quota exceeded");
        assertThat(told(soon, "payment.waits-unsent")).containsExactly(file, "1", "-", "0");
        assertThat(town.office().closingDesk().open())
                .extracting(OpenCase::handed)
                .containsExactly(false);
        town.setToday(Town.JULY.plusDays(30));
        PaymentReport late = town.run();
        assertThat(told(late, "payment.waits-unsent")).containsExactly(file, "1", "-", "30");
        assertThat(codes(late)).doesNotContain("payment.waits", "payment.waits-long");

        town.toBank().closed(false);
        town.bank().saysOnlyWhatItIsTold();
        PaymentReport handed = town.run();
        assertThat(told(handed, "payment.waits")).hasSize(4);
        assertThat(codes(handed)).doesNotContain("payment.waits-unsent", "payment.not-handed-over");
        assertThat(town.office().closingDesk().open())
                .extracting(OpenCase::handed)
                .containsExactly(true);
    }

    private static List<String> told(PaymentReport report, String code) {
        return report.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::arguments)
                .findFirst()
                .orElse(List.of());
    }
}
