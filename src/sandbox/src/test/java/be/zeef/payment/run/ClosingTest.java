package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.AnswerCounts;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.closing.ClosingDecision;
import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.closing.ClosingDesk.Request;
import be.zeef.payment.closing.ClosingDesk.Wish;
import be.zeef.payment.closing.ClosingEvidence;
import be.zeef.security.Someone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people close what is open, each by a signature over the same. */
class ClosingTest extends TownFixture {

    private String file;
    private String id;
    private Closer closer;

    @BeforeEach
    void handOver() {
        closer = new Closer(town);
        town.bank().saysOnlyWhatItIsTold();
        town.send(Family.of(1).grant(1));
        file = town.run().file();
        id = town.names(file, Someone.AN).get(0).id();
        town.release(file);
    }

    private PaymentReport said(Pain002 answer) {
        town.bank().says(answer);
        return town.run();
    }

    private void unclear() {
        said(Pain002.to(file).group("RJCT", "MS03"));
    }

    private void refuses(String because, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining(because);
    }

    @Test
    void changesNothing_untilTwoPeopleSignedTheSame() {
        unclear();
        assertThat(closer.first(id, ClosingDecision.PAID, Someone.AN).first()).isTrue();
        assertThat(closer.first(id, ClosingDecision.PAID, Someone.AN).first())
                .as("again")
                .isTrue();
        assertThat(closer.first(id, ClosingDecision.AGAIN, Someone.BERT).first())
                .as("another wish")
                .isTrue();
        assertThat(codes(town.run())).contains("payment.case-unclear");
        assertThat(closer.first(id, ClosingDecision.PAID, Someone.CARLA).first())
                .isFalse();
        assertThat(town.run().complete()).isTrue();
    }

    @Test
    void countsNobodyWhoMayNoLonger() {
        unclear();
        closer.first(id, ClosingDecision.PAID, Someone.AN);
        town.pin(Someone.BERT, Someone.CARLA);
        assertThat(closer.sign(id, Optional.empty(), Someone.BERT).first()).isTrue();
    }

    @Test
    void isPaidByOtherMeans_andWrittenDown() {
        unclear();
        closer.both(id, ClosingDecision.PAID);
        PaymentReport report = town.run();
        assertThat(report.complete()).as("%s", report.findings()).isTrue();
        assertThat(town.desk().show(file).state()).isEqualTo("settled");
        assertThat(town.names(file, Someone.AN)).as("no name is kept").isEmpty();
        town.send(Family.of(1).paidTo(77L).correction(1));
        assertThat(codes(town.run())).contains("payment.correction-of-paid");
        List<String> written = town.jdbi()
                .withHandle(handle -> handle.select("select body from ledger_entry where kind = 'PAYMENTS_CLOSED'")
                        .mapTo(String.class)
                        .list());
        assertThat(written).hasSize(2).allMatch(body -> body.contains("the bank said so") && body.contains(id));
    }

    @Test
    void isGivenUp() {
        unclear();
        closer.both(file, ClosingDecision.GIVEN_UP);
        assertThat(town.run().complete()).isTrue();
        assertThat(town.desk().show(file).counts()).isEqualTo(new AnswerCounts(0, 1, 0));
    }

    @Test
    void isMadeAgainOnce() {
        unclear();
        closer.both(id, ClosingDecision.AGAIN);
        PaymentReport report = town.run();
        assertThat(report.file()).isNotEqualTo(file);
        assertThat(town.names(report.file(), Someone.AN).get(0).iban()).isEqualTo(Family.iban(1001));
        refuses("Nothing of this name", () -> closer.first(id, ClosingDecision.AGAIN, Someone.AN));
    }

    @Test
    void waitsForAnotherAccount_whenPeopleSayThatTheBankNeverPaid() {
        said(Pain002.to(file).group("ACSC"));
        said(Pain002.to(file).group("PART").one(id, "RJCT", "AC04"));
        refuses("name and account are gone", () -> closer.first(id, ClosingDecision.AGAIN, Someone.AN));
        closer.both(id, ClosingDecision.CORRECTED);
        assertThat(codes(town.run())).contains("payment.refused");
        town.send(Family.of(1).paidTo(77L).correction(1));
        PaymentReport report = town.run();
        assertThat(town.names(report.file(), Someone.AN).get(0).iban()).isEqualTo(Family.iban(77));
    }

    @Test
    void saysThatItMayBePaidTwice_whenTheBankPaysWhatPeoplePaid() {
        unclear();
        closer.both(id, ClosingDecision.PAID);
        assertThat(codes(said(Pain002.to(file).group("ACSC")))).contains("payment.paid-twice", "payment.case-twice");
        refuses("Close it as paid or given-up", () -> closer.first(id, ClosingDecision.AGAIN, Someone.AN));
        closer.both(id, ClosingDecision.PAID);
        assertThat(said(Pain002.to(file).group("ACSC")).complete()).isTrue();
    }

    @Test
    void closesNothingThatTheBankWorksOn() {
        refuses("Nothing of this name is open", () -> closer.first(id, ClosingDecision.AGAIN, Someone.AN));
        town.setToday(Town.JULY.plusDays(10));
        closer.both(id, ClosingDecision.AGAIN);
        assertThat(town.run().file()).isNotEqualTo(file);
    }

    @Test
    void countsNoSignatureOverWhatWasOtherwise() {
        unclear();
        closer.first(id, ClosingDecision.PAID, Someone.AN);
        said(Pain002.to(file).group("PART").one(id, "ACSC"));
        refuses("as it stands now", () -> closer.sign(id, Optional.empty(), Someone.BERT));
    }

    @Test
    void closesWhatFinancePays() {
        town.send(Family.of(2).paidTo(0L).grant(1));
        assertThat(codes(town.run())).contains("payment.other-means");
        refuses("Close it as paid or given-up", () -> closer.first("other-means", ClosingDecision.AGAIN, Someone.AN));
        closer.both("other-means", ClosingDecision.PAID);
        assertThat(codes(town.run())).doesNotContain("payment.other-means");
    }

    /** Accepted in doubt and then refused by name: what the bank says after people decided stands as it stood before. */
    private void contradicted() {
        said(Pain002.to(file).group("PART").one("GPUNKNOWN", "RJCT", "AC04"));
        said(Pain002.to(file).group("ACSC"));
        assertThat(codes(said(Pain002.to(file).group("PART").one(id, "RJCT", "AC04"))))
                .contains("payment.case-contradicted");
    }

    @Test
    void isClosedByTheSamePeopleAgain_whenItStandsOpenAsItDidBefore() {
        contradicted();
        closer.both(id, ClosingDecision.GIVEN_UP);
        assertThat(codes(said(Pain002.to(file).group("PART").one(id, "ACSC")))).contains("payment.case-contradicted");
        closer.both(id, ClosingDecision.PAID);
        assertThat(town.run().complete()).isTrue();
        assertThat(new ClosingEvidence(town.jdbi()).breaks()).isEmpty();
    }

    @Test
    void countsNoSignatureOfTheTimeBefore() {
        contradicted();
        ClosingDesk desk = town.office().closingDesk();
        Request asked = new Request(id, Optional.of(new Wish(ClosingDecision.GIVEN_UP, "the bank said so")));
        byte[] old = Someone.AN.sign(desk.statement(asked).bytes());
        desk.close(asked, old);
        closer.first(id, ClosingDecision.GIVEN_UP, Someone.BERT);
        said(Pain002.to(file).group("PART").one(id, "ACSC"));
        refuses("no signature over how", () -> desk.close(asked, old));
    }

    @Test
    void keepsNoSignatureForAnother_thatWantedItOtherwise() {
        unclear();
        closer.first(id, ClosingDecision.GIVEN_UP, Someone.AN);
        closer.first(id, ClosingDecision.PAID, Someone.BERT);
        closer.first(id, ClosingDecision.PAID, Someone.CARLA);
        List<String> closedBy = town.jdbi()
                .withHandle(handle -> handle.select("select person from payment_closing order by person")
                        .mapTo(String.class)
                        .list());
        assertThat(closedBy).containsExactly("bert", "carla");
    }

    @Test
    void tellsAFirstRefusal_ofWhatPeopleTookForPaid() {
        town.setToday(Town.JULY.plusDays(10));
        closer.both(id, ClosingDecision.PAID);
        PaymentReport report = said(Pain002.to(file).group("PART").one(id, "RJCT", "AC04"));
        assertThat(codes(report)).contains("payment.case-contradicted");
        assertThat(report.complete()).isFalse();
        assertThat(codes(town.run())).as("every run tells it").contains("payment.case-contradicted");
        closer.both(id, ClosingDecision.PAID);
        assertThat(said(Pain002.to(file).group("PART").one(id, "RJCT", "AC04")).complete())
                .as("what people knew of changes nothing")
                .isTrue();
    }

    @Test
    void takesNoPersonsNumberForAReason() {
        refuses("nobody's number", () -> new Wish(ClosingDecision.PAID, "85.61.01-123.45 said so"));
    }
}
