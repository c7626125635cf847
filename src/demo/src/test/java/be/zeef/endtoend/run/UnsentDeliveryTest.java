package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.TestCity;
import be.zeef.grant.OpenGrants;
import be.zeef.grant.OpenPeriod;
import be.zeef.ledger.Ledger;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be written at the recipient is told as such, with the command that sends it, and that command does. */
class UnsentDeliveryTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void start() {
        city = new TestCity(folder, 60);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void isToldApartFromWhatAwaitsItsReceipt_andIsSentByTheCommandThatIsNamed() throws Exception {
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.DISK_FULL, 1);
        SyncReport first = city.sync(JULY.toString());

        assertThat(first.findings())
                .filteredOn(finding -> finding.code().equals("sync.delivery-not-sent"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text(Locale.ENGLISH))
                        .contains("zeef sync " + TestCity.AGREEMENT + " --resume")
                        .as("what its server said")
                        .contains("(4 General failure)"));
        assertThat(open()).singleElement().satisfies(period -> {
            assertThat(period.unsent()).isEqualTo(first.granted()).isPositive();
            assertThat(period.unanswered()).isZero();
        });

        List<String> steps = new ArrayList<>();
        SyncReport resumed = resume(steps);

        assertThat(resumed.receipt()).isEqualTo("confirmed");
        assertThat(resumed.delivered()).isEqualTo(first.granted());
        assertThat(open()).isEmpty();
        assertThat(steps).contains("delivering").as("there is none to read").doesNotContain("reading the population");
    }

    @Test
    void awaitsItsReceipt_onceItWasSent() throws Exception {
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.NO_RESULT, 2);
        SyncReport first = city.sync(JULY.toString());

        assertThat(open()).singleElement().satisfies(period -> {
            assertThat(period.unsent()).isZero();
            assertThat(period.unanswered()).isEqualTo(first.granted()).isPositive();
        });
        assertThat(first.findings())
                .filteredOn(finding -> finding.code().equals("sync.receipt-missing"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text(Locale.ENGLISH))
                        .contains("zeef sync " + TestCity.AGREEMENT + " --deliver-only"));
    }

    private List<OpenPeriod> open() {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            return new OpenGrants(storage.jdbi(), new Ledger(storage.jdbi(), Clock.systemUTC()), TestCity.AGREEMENT)
                    .periods();
        }
    }

    private SyncReport resume(List<String> steps) throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load(TestCity.AGREEMENT);
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock())) {
            return gateway.syncs().run(new SyncOffice.Part(agreement, JULY, new NoGathering()), true, new Progress() {
                @Override
                public void step(String name, long total) {
                    steps.add(name);
                }

                @Override
                public void advance(long count) {}

                @Override
                public void note(String text) {}
            });
        }
    }
}
