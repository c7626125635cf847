package be.zeef.endtoend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentReport;
import be.zeef.sandbox.bank.BankMisbehaviour;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment file that the bank's server did not take in December is paid by the run of January: once, and told until then. */
class PremiumsOverNewYearTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @TempDir
    Path folder;

    @Test
    void paysInJanuaryWhatWasReleasedInDecember_andNothingTwice() throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load("wingene-geboortepremie");
        try (TestCity city = new TestCity(folder, 20)) {
            city.sandbox().groeipakket().publish(new Births(2026, NOVEMBER), NOVEMBER, NOVEMBER.plusMonths(1));
            PaymentReport december;
            try (Gateway gateway = gateway(city, "PT60S")) {
                december = gateway.payments(agreement).run().run(LocalDate.of(2026, 12, 1));
                assertThat(december.payments()).isPositive();
                city.sandbox().bank().misbehave(BankMisbehaviour.DISK_FULL, 3);
                PaymentDesk desk = gateway.payments(agreement).desk();
                city.release(desk, december.file(), "an");
                assertThat(city.release(desk, december.file(), "bert").handedOver())
                        .isFalse();
                assertThat(city.sandbox().bank().paid()).isEmpty();
            }

            // VUTG lays down no file of December, which is waited for all the while
            try (Gateway gateway = gateway(city, "PT2S")) {
                city.sandbox().bank().misbehave(BankMisbehaviour.DISK_FULL, -3);
                PaymentReport january = gateway.payments(agreement).run().run(LocalDate.of(2027, 1, 4));

                assertThat(january.file()).isNotEqualTo(december.file());
                PaymentDesk.File settled = gateway.payments(agreement).desk().show(december.file());
                assertThat(settled.state()).isEqualTo("settled");
                assertThat(city.sandbox().bank().paid())
                        .as("all but closed accounts")
                        .hasSize((int) (december.payments() - settled.counts().rejected()))
                        .hasSizeGreaterThan(10)
                        .extracting(line -> line.split(";")[2])
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static Gateway gateway(TestCity city, String fileWithin) {
        Map<String, Object> all = city.overrides();
        all.put("groeipakket", Map.of("fileWithin", fileWithin));
        all.put("payment", Map.of("answerWithin", "PT30S"));
        return new Gateway(SettingsFile.read(Path.of("no-such-zeef.yaml"), all), Today.wallClock());
    }
}
