package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.AnswerCounts;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.release.NamesDesk;
import be.zeef.security.Someone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the bank says, and what follows from it: refused, refused as a whole, as a duplicate, and changed its mind. */
class BankAnswersTest extends TownFixture {

    private static final long PREMIUM = 10000;

    private List<String> ids(String file) {
        return town.names(file, Someone.AN).stream().map(NamesDesk.Named::id).toList();
    }

    @Test
    void paysAgainOnce_whenTheBankRefusedAndTheAccountIsCorrected() {
        town.bank().close(Family.iban(1001));
        town.send(Family.of(1).grant(1));
        PaymentReport first = town.runAndRelease();
        assertThat(town.desk().show(first.file()).counts()).isEqualTo(new AnswerCounts(0, 1, 0));
        assertThat(codes(town.run())).contains("payment.refused");

        town.send(Family.of(1).paidTo(77L).correction(1));
        PaymentReport second = town.runAndRelease();
        assertThat(second.payments()).isEqualTo(1);
        assertThat(paidTo(77)).isEqualTo(PREMIUM);

        town.send(Family.of(1).paidTo(88L).correction(1));
        assertThat(codes(town.runAndRelease())).contains("payment.correction-of-paid");
        assertThat(paidTo(88)).isZero();
    }

    @Test
    void paysTheRefusedShareOnly_whenTheOtherWasAccepted() {
        town.bank().close(Family.iban(12));
        town.send(Family.of(1).paidTo(11L, 12L).grant(1));
        town.runAndRelease();
        town.send(Family.of(1).paidTo(11L, 13L).correction(1));
        PaymentReport report = town.runAndRelease();

        assertThat(codes(report)).contains("payment.paid-again");
        assertThat(paidTo(11)).isEqualTo(5000);
        assertThat(paidTo(13)).isEqualTo(5000);
    }

    @Test
    void paysNoHalfAgain_whenTheCorrectionChangesThePaidHalfToo() {
        town.bank().close(Family.iban(12));
        town.send(Family.of(1).paidTo(11L, 12L).grant(1));
        town.runAndRelease();
        town.send(Family.of(1).paidTo(14L, 13L).correction(1));
        assertThat(codes(town.runAndRelease())).contains("payment.correction-of-paid");
        assertThat(paidTo(13) + paidTo(14)).isZero();
    }

    @Test
    void paysAllAgain_whenTheBankRefusedTheFileAsAWhole() {
        town.bank().refuseNextFile();
        town.send(Family.of(1).grant(1), Family.of(2).paidTo(21L, 22L).grant(2));
        PaymentReport first = town.runAndRelease();
        assertThat(paidTo(1001)).isZero();
        PaymentReport second = town.runAndRelease();

        assertThat(second.file()).isNotEqualTo(first.file());
        assertThat(second.payments()).isEqualTo(3);
        assertThat(paidTo(1001)).isEqualTo(PREMIUM);
        assertThat(paidTo(21) + paidTo(22)).isEqualTo(PREMIUM);
    }

    @Test
    void doesNotPayAgain_whenTheBankRefusesAFileAsADuplicate() {
        town.send(Family.of(1).grant(1));
        PaymentReport report = town.run();
        town.release(report.file(), Someone.AN);
        // handed over, and the process dies before it knows; the bank is slow to answer, but quick to refuse what it
        // had
        town.bank().receive(report.file() + ".xml", content(report.file()));
        Map<String, byte[]> slow = town.toBank().takeAll();
        town.release(report.file(), Someone.BERT);
        PaymentReport meanwhile = town.run();
        assertThat(meanwhile.receipt()).isEqualTo("handed over");
        slow.forEach(town.toBank()::lay);
        PaymentReport after = town.run();

        assertThat(after.file()).as("no other file").isEqualTo(report.file());
        assertThat(after.receipt()).isEqualTo("confirmed");
        assertThat(paidTo(1001)).isEqualTo(PREMIUM);
        assertThat(town.bank().files()).hasSize(2);
    }

    @Test
    void isNotComplete_whileAPaymentStaysRefused() {
        town.bank().close(Family.iban(1001));
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
        town.runAndRelease();

        PaymentReport one = town.run();

        assertThat(one.receipt()).isEqualTo("partly refused");
        assertThat(one.refused()).isEqualTo(1);
        assertThat(one.done()).as("%s", one.findings()).isTrue();
        assertThat(one.complete()).isFalse();
    }

    @Test
    void saysRefused_whenTheBankTookNothing() {
        town.bank().close(Family.iban(1001));
        town.send(Family.of(1).grant(1));
        town.runAndRelease();

        PaymentReport none = town.run();

        assertThat(none.receipt()).isEqualTo("refused");
        assertThat(none.complete()).isFalse();
    }

    private byte[] content(String file) {
        byte[] vault = town.jdbi().withHandle(handle -> PaymentFiles.find(handle, Town.AGREEMENT, file)
                .orElseThrow()
                .vault());
        return town.secrets().sealing().open(file, vault);
    }

    @Test
    void doesNotPayAgain_whenTheBankRefusesWhatItHadAccepted() {
        town.send(Family.of(1).grant(1));
        String file = town.run().file();
        String id = ids(file).get(0);
        town.release(file);
        town.bank().answer(file, "PART", "", Map.of(id, "RJCT"));
        PaymentReport report = town.run();
        assertThat(codes(report)).contains("payment.answer-contradicts");
        assertThat(report.complete()).isFalse();
        town.send(Family.of(1).paidTo(77L).correction(1));
        assertThat(codes(town.runAndRelease())).contains("payment.correction-of-paid");
        assertThat(paidTo(77)).isZero();
    }

    @Test
    void stopsTheSecondPayment_whenTheBankTakesBackItsRefusal() {
        town.bank().close(Family.iban(1001));
        town.send(Family.of(1).grant(1));
        String file = town.run().file();
        String id = ids(file).get(0);
        town.release(file);
        town.send(Family.of(1).paidTo(77L).correction(1));
        String second = town.run().file();
        town.bank().answer(file, "PART", "", Map.of(id, "ACSC"));

        PaymentReport report = town.run();
        assertThat(codes(report)).contains("payment.accepted-after-all");
        assertThat(town.desk().show(second).state()).isEqualTo("withdrawn");
        assertThat(report.file()).isEqualTo(file);
    }

    @Test
    void saysSoAloud_whenTheBankTakesBackItsRefusalTooLate() {
        town.bank().close(Family.iban(1001));
        town.send(Family.of(1).grant(1));
        String file = town.run().file();
        String id = ids(file).get(0);
        town.release(file);
        town.send(Family.of(1).paidTo(77L).correction(1));
        town.runAndRelease();
        town.bank().answer(file, "PART", "", Map.of(id, "ACSC"));
        PaymentReport report = town.run();
        assertThat(codes(report)).contains("payment.paid-twice");
        assertThat(report.complete()).isFalse();
    }
}
