package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.AnswerCounts;
import be.zeef.payment.Payments;
import be.zeef.security.Someone;
import be.zeef.validation.Finding;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank says that is not plain: nothing is made again on doubt, nothing waits in silence. */
class BankDoubtsTest extends TownFixture {

    private static final long PREMIUM = 10000;

    private String file;
    private String id;

    @BeforeEach
    void handOver() {
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

    private static Pain002 to(String file) {
        return Pain002.to(file);
    }

    private static List<String> told(PaymentReport report, String code) {
        return report.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::arguments)
                .findFirst()
                .orElse(List.of());
    }

    private void isForAPerson(PaymentReport report, String code) {
        assertThat(codes(report)).contains(code);
        assertThat(report.complete()).isFalse();
        assertThat(report.file()).as("nothing is made again").isEqualTo(file);
        assertThat(codes(town.run())).as("every run tells it").contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM05 NARR", "NARR AM05", "DU01 MS03", "AM04 DU01"})
    void makesNothingAgain_whenADuplicateIsAmongTheReasons(String reasons) {
        isForAPerson(said(to(file).group("RJCT", reasons.split(" "))), "payment.case-duplicate");
    }

    @Test
    void makesNothingAgain_whenTheBatchIsADuplicate() {
        isForAPerson(said(to(file).group("RJCT", "DU01").batch("RJCT", "MS03")), "payment.case-duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "own", "text", "XX99", "MS03", "AM04 own", "AM04 text", "FF01 NARR", "AC04 text"})
    void makesNothingAgain_whenAReasonLeavesDoubt(String reasons) {
        String[] all = reasons.isEmpty() ? new String[0] : reasons.split(" ");
        isForAPerson(said(to(file).group("RJCT", all)), "payment.case-unclear");
        town.send(Family.of(1).paidTo(77L).correction(1));
        assertThat(codes(town.run())).contains("payment.correction-of-paid");
    }

    @Test
    void acceptsADuplicateAfterAll_whenTheFirstIsAnswered() {
        said(to(file).group("RJCT", "DU01"));
        assertThat(said(to(file).group("ACSC")).receipt()).isEqualTo("confirmed");
        assertThat(said(to(file).group("RJCT", "DU01")).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCP", "ACTC", "ACWP", "ACSP", "PDNG"})
    void keepsOpen_whatIsNotTheLastWord_andPaysTheCorrectedAccountOnce(String status) {
        PaymentReport waiting = said(to(file).group(status));
        assertThat(town.desk().show(file).counts()).isEqualTo(new AnswerCounts(0, 0, 1));
        assertThat(told(waiting, "payment.waits")).containsExactly(file, "1", status, "0");

        PaymentReport refused = said(to(file).group("PART").one(id, "RJCT", "AC04"));
        assertThat(told(refused, "payment.refused")).containsExactly(id, "RJCT AC04", "0");
        assertThat(refused.complete()).isFalse();

        town.send(Family.of(1).paidTo(77L).correction(1));
        PaymentReport corrected = town.run();
        assertThat(corrected.file()).isNotEqualTo(file);
        assertThat(corrected.payments()).isEqualTo(1);
        assertThat(town.names(corrected.file(), Someone.AN).get(0).iban()).isEqualTo(Family.iban(77));
        assertThat(codes(corrected)).doesNotContain("payment.refused");
        assertThat(vault(id)).as("nothing of the first is kept").isEmpty();
    }

    @Test
    void saysSoAloudAndKeepsItOpen_whenTheLastWordIsTakenBack() {
        said(to(file).group("ACSC"));
        PaymentReport report = said(to(file).group("PART").one(id, "RJCT", "AC04"));
        assertThat(codes(report)).contains("payment.answer-contradicts");
        isForAPerson(report, "payment.case-contradicted");
        assertThat(codes(said(to(file).group("ACSC")))).as("said again").contains("payment.case-contradicted");
    }

    @Test
    void acceptsNothingByDefault_whenARefusalMatchesNothing() {
        PaymentReport report = said(to(file).group("PART").batch("ACSC").one("NOTPROVIDED", "RJCT", "AC04"));
        assertThat(town.desk().show(file).counts()).isEqualTo(new AnswerCounts(0, 0, 1));
        assertThat(codes(report)).contains("payment.answer-unknown");
        isForAPerson(report, "payment.case-unmatched");
        said(to(file).group("ACSC"));
        assertThat(town.desk().show(file).counts()).as("by default").isEqualTo(new AnswerCounts(0, 0, 1));
        said(to(file).group("PART").one(id, "ACSC"));
        assertThat(town.desk().show(file).counts()).as("by its name").isEqualTo(new AnswerCounts(1, 0, 0));
    }

    @Test
    void makesEachAgain_whenTheFileIsRefusedForWhatWasNeverExecuted() {
        PaymentReport report = said(to(file).group("RJCT", "AM04").batch("RJCT").one(id, "RJCT", "AM04"));
        assertThat(codes(report)).contains("payment.file-refused").doesNotContain("payment.refused");
        assertThat(report.file()).isNotEqualTo(file);
        assertThat(report.payments()).isEqualTo(1);
    }

    @Test
    void waitsForACorrection_whenTheFileIsRefusedForAnAccount() {
        PaymentReport report = said(to(file).group("RJCT", "AC04"));
        assertThat(report.file()).as("not made again").isEqualTo(file);
        assertThat(told(report, "payment.refused")).containsExactly(id, "RJCT AC04", "0");
    }

    @Test
    void paysNothing_whenTheCorrectionRepeatsTheRefusedAccount() {
        said(to(file).group("PART").one(id, "RJCT", "AC04"));
        town.send(Family.of(1).correction(1));
        PaymentReport report = town.run();
        assertThat(codes(report)).contains("payment.refused-account", "payment.refused");
        assertThat(report.file()).isEqualTo(file);
    }

    @Test
    void makesOneAgain_whenItAloneWasNeverExecuted() {
        PaymentReport report = said(to(file).group("PART").one(id, "RJCT", "AM04"));
        assertThat(report.file()).isNotEqualTo(file);
    }

    @Test
    void makesOneAgain_whenAnotherEntryOfItSaysNothing() {
        PaymentReport report =
                said(to(file).group("PART").one(id, "RJCT", "AM04").one(id, ""));
        assertThat(report.file()).isNotEqualTo(file);
    }

    @Test
    void makesNothingAgain_whenAnotherEntryOfItStandsUnderWhatIsSaidOfAll() {
        isForAPerson(said(to(file).group("PDNG").one(id, "RJCT", "AM04").one(id, "")), "payment.case-unclear");
    }

    @Test
    void tellsOfACancelledOne_untilAPersonDecides() {
        isForAPerson(said(to(file).group("CANC")), "payment.case-stopped");
    }

    @Test
    void tellsHowLongItWaits_andPutsItBeforeAPersonInTheEnd() {
        town.setToday(Town.JULY.plusDays(9));
        PaymentReport soon = town.run();
        assertThat(told(soon, "payment.waits")).containsExactly(file, "1", "-", "9");
        town.setToday(Town.JULY.plusDays(10));
        PaymentReport late = town.run();
        assertThat(told(late, "payment.waits-long")).containsExactly(file, "1", "-", "10");
        assertThat(late.complete()).isFalse();
        assertThat(town.names(file, Someone.AN))
                .as("a person may see whose it is")
                .hasSize(1);
        said(to(file).group("PART").one(id, "RJCT", "AC04"));
        town.setToday(Town.JULY.plusDays(20));
        assertThat(told(town.run(), "payment.refused-long")).containsExactly(id, "RJCT AC04", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "10", "12", "14"})
    void matchesByTheInstructionId_inEveryVersion(String version) {
        PaymentReport report = said(to(file).in(version).group("PART").by(id, "", "RJCT", "AC04"));
        assertThat(told(report, "payment.refused")).containsExactly(id, "RJCT AC04", "0");
    }

    @Test
    void matchesByTheBatch_whenNoOtherIdIsThere() {
        assertThat(codes(said(to(file).group("PART").by("", "", "RJCT", "AC04"))))
                .contains("payment.refused");
    }

    @Test
    void matchesNothing_whenTheIdIsNotOurs() {
        isForAPerson(said(to(file).in("03").group("PART").by("x", "", "RJCT", "AC04")), "payment.case-unmatched");
    }

    /** One that nobody could match was refused, all was accepted, and then this one is refused: it may have been paid. */
    @Test
    void makesNothingAgain_whenAllWasAcceptedInDoubtAndOneIsRefusedThen() {
        said(to(file).group("PART").one("NOTPROVIDED", "RJCT", "AM04"));
        said(to(file).group("ACSC"));
        PaymentReport report = said(to(file).group("PART").one(id, "RJCT", "AM04"));
        assertThat(report.file()).as("not made again").isEqualTo(file);
        isForAPerson(report, "payment.case-contradicted");
    }

    /** The second in the place of the first is refused, and by then the bank has paid the first after all. */
    @Test
    void paysNoThird_whenTheFirstMayHaveBeenPaidAfterAll() {
        said(to(file).group("PART").one(id, "RJCT", "AC04"));
        town.send(Family.of(1).paidTo(77L).correction(1));
        String second = town.run().file();
        String secondId = town.names(second, Someone.AN).get(0).id();
        town.release(second);
        assertThat(codes(said(to(file).group("PART").one(id, "ACSC")))).contains("payment.paid-twice");
        said(to(second).group("PART").one(secondId, "RJCT", "AC04"));
        town.send(Family.of(1).paidTo(78L).correction(1));
        PaymentReport report = town.run();
        assertThat(codes(report)).contains("payment.correction-of-paid", "payment.case-contradicted");
        assertThat(report.file()).isEqualTo(second);
        assertThat(PREMIUM).isEqualTo(town.desk().show(second).cents());
    }

    private static byte[] vault(String id) {
        return town.jdbi()
                .withHandle(handle -> Payments.find(handle, Town.AGREEMENT, id))
                .orElseThrow()
                .vault();
    }
}
