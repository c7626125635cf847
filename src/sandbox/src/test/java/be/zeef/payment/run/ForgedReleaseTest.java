package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.release.Forgery;
import be.zeef.payment.release.ShownRelease;
import be.zeef.security.Fingerprint;
import be.zeef.security.Someone;
import be.zeef.validation.Finding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the database is a claim: only signatures that hold at the moment of the hand-over let a file go. */
class ForgedReleaseTest extends TownFixture {

    @Test
    void shows_andSigns_whatTheBytesOrderAndNotWhatTheDatabaseSaysOfThem() {
        String file = composed();
        town.jdbi().useTransaction(handle -> handle.execute("update payment_file set cents = 1 where name = ?", file));
        assertThatThrownBy(() -> town.desk().statement(file)).hasMessageContaining("not what was composed");
        assertThat(town.desk().show(file).state()).isEqualTo("withdrawn");
    }

    @Test
    void handsOverNothing_becauseTheDatabaseSaysSo() {
        String file = composed();
        stands(file, "RELEASED");
        assertThat(told(town.run())).contains("payment.not-released");

        forge(file, "an", Someone.AN, "not a signature".getBytes(StandardCharsets.US_ASCII));
        forge(file, "bert", Someone.BERT, Someone.BERT.sign(new byte[] {1}));
        PaymentReport report = town.run();
        assertThat(told(report)).contains("payment.not-released");
        assertThat(report.complete()).isFalse();
        assertThat(town.desk().signed(file).releases()).hasSize(2).noneMatch(ShownRelease::holds);
        assertThat(town.bank().files()).isEmpty();

        town.release(file);
        assertThat(town.bank().paidTo(Family.iban(1001)))
                .as("people release it after all")
                .isEqualTo(10000);
    }

    @Test
    void handsOverNothing_whenOnePersonsSignatureIsWrittenDownTwice() {
        String file = composed();
        byte[] signature = Someone.AN.sign(town.desk().statement(file).bytes());
        town.desk().release(file, signature);
        forge(file, "bert", Someone.AN, signature);
        stands(file, "RELEASED");
        assertThat(told(town.run())).contains("payment.not-released");
        assertThat(town.bank().files()).isEmpty();
    }

    private static List<String> told(PaymentReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private void stands(String file, String state) {
        town.jdbi()
                .useTransaction(
                        handle -> handle.execute("update payment_file set state = ? where name = ?", state, file));
    }

    private void forge(String file, String person, Someone certificate, byte[] signature) {
        town.jdbi()
                .useTransaction(handle -> Forgery.write(
                        handle,
                        file,
                        person,
                        Fingerprint.of(certificate.certificate()).hex(),
                        signature));
    }

    @Test
    void handsOverNothing_whenACertificateHasExpiredMeanwhile() {
        Someone brief = Someone.named("bert").during("2026-01-01T00:00:00Z", "2026-07-02T00:00:00Z");
        town.pin(Someone.AN, brief, Someone.CARLA);
        String file = composed();
        town.release(file, Someone.AN);
        town.toBank().closed(true);
        assertThat(town.release(file, brief).handedOver()).isFalse();
        town.toBank().closed(false);
        town.setToday(LocalDate.of(2026, 7, 3));
        assertThat(told(town.run())).contains("payment.not-released");

        assertThat(town.release(file, Someone.CARLA).handedOver()).isTrue();
    }

    @Test
    void admitsNobodyAfterTheyWereUnpinned() {
        String file = composed();
        town.release(file, Someone.AN);
        town.pin(Someone.BERT, Someone.CARLA);
        refuses("counts no more", file, Someone.BERT);
        town.release(file, Someone.BERT);
        assertThat(town.release(file, Someone.CARLA).handedOver()).isTrue();
    }
}
