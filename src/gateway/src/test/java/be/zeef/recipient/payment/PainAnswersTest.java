package be.zeef.recipient.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.run.Pain002;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.transfer.TransferAnswer.Verdict;
import be.zeef.transfer.TransferRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason of every level of an answer is read, and the most cautious counts. */
class PainAnswersTest {

    private static final PainAnswers ANSWERS = new PainAnswers(Path.of("mappings"));

    private static TransferAnswer read(Pain002 answer) throws IOException {
        return ANSWERS.read("a.xml", new ByteArrayInputStream(answer.bytes()));
    }

    private static Said first(Pain002 answer) throws IOException {
        return read(answer).each().get(0).said();
    }

    @ParameterizedTest
    @CsvSource({
        "AM04, NEVER_EXECUTED",
        "FF01, OWN_FILE",
        "AC04, ACCOUNT",
        "MS03, PERSON",
        "AM05, DUPLICATE",
        "DU01, DUPLICATE",
        "XX99, PERSON",
        "own, PERSON",
        "text, PERSON"
    })
    void takesAReasonForWhatTheTableSays(String reason, TransferRefusal means) throws IOException {
        assertThat(read(Pain002.to("F").group("RJCT", reason)).whole().refusal())
                .isEqualTo(means);
        assertThat(read(Pain002.to("F").group("RJCT", "AM04", reason)).whole().refusal())
                .isEqualTo(means);
        assertThat(read(Pain002.to("F").group("RJCT", reason, "AM04")).whole().refusal())
                .isEqualTo(means);
        assertThat(read(Pain002.to("F").group("RJCT", "AM04").batch("RJCT", reason))
                        .whole()
                        .refusal())
                .as("at the batch")
                .isEqualTo(means);
    }

    @Test
    void leavesItToAPerson_whenThereIsNoReason() throws IOException {
        assertThat(read(Pain002.to("F").group("RJCT")).whole().refusal()).isEqualTo(TransferRefusal.PERSON);
        assertThat(first(Pain002.to("F").group("PART").one("E1", "RJCT")).refusal())
                .isEqualTo(TransferRefusal.PERSON);
    }

    @Test
    void knowsADuplicate_whateverReasonFollows() throws IOException {
        assertThat(read(Pain002.to("F").group("RJCT", "AM05", "NARR")).whole().refusal())
                .isEqualTo(TransferRefusal.DUPLICATE);
        assertThat(read(Pain002.to("F").group("RJCT", "DU01").batch("RJCT", "MS03"))
                        .whole()
                        .refusal())
                .isEqualTo(TransferRefusal.DUPLICATE);
    }

    @Test
    void makesNothingAgain_whenAnythingInTheAnswerIsADuplicate() throws IOException {
        TransferAnswer answer = read(Pain002.to("F").group("RJCT", "AM04").one("E1", "RJCT", "AM05"));
        assertThat(answer.whole().refusal()).isEqualTo(TransferRefusal.PERSON);
    }

    @Test
    void readsTheReasonOfOne_besideThatOfTheWhole() throws IOException {
        assertThat(first(Pain002.to("F").group("RJCT", "AM04").batch("RJCT").one("E1", "RJCT", "AM04")))
                .isEqualTo(new Said(Verdict.REJECTED, TransferRefusal.NEVER_EXECUTED, "RJCT AM04"));
        assertThat(first(Pain002.to("F").group("RJCT", "AM04").one("E1", "RJCT", "AC04"))
                        .refusal())
                .isEqualTo(TransferRefusal.ACCOUNT);
        assertThat(first(Pain002.to("F").group("RJCT", "AM04").one("E1", "")))
                .isEqualTo(new Said(Verdict.REJECTED, TransferRefusal.NEVER_EXECUTED, "RJCT AM04"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCP", "ACTC", "ACWP", "ACWC", "ACSP", "ACFC", "PDNG", "RCVD"})
    void isNotTheLastWord(String status) throws IOException {
        assertThat(read(Pain002.to("F").group(status)).whole().verdict()).isEqualTo(Verdict.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSC", "ACCC"})
    void isTheLastWord(String status) throws IOException {
        assertThat(read(Pain002.to("F").group(status)).whole().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(read(Pain002.to("F").group(status).batch("PDNG")).whole().verdict())
                .as("the batch waits")
                .isEqualTo(Verdict.OPEN);
    }

    @Test
    void leavesItToAPerson_whenLevelsContradict() throws IOException {
        Said doubt = first(Pain002.to("F").group("RJCT", "AM04").one("E1", "ACSC"));
        assertThat(doubt.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(doubt.refusal()).isEqualTo(TransferRefusal.PERSON);
        assertThat(first(Pain002.to("F").group("ACSC").one("E1", "RJCT", "AM04"))
                        .refusal())
                .isEqualTo(TransferRefusal.PERSON);
        assertThat(first(Pain002.to("F").group("RJCT", "AM04").batch("ACSC").one("E1", "RJCT"))
                        .refusal())
                .as("the batch says yes")
                .isEqualTo(TransferRefusal.PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "10", "12", "14"})
    void readsEachVersion_withoutTheIdsThatABankMayLeaveOut(String version) throws IOException {
        TransferAnswer answer = read(Pain002.to("F").in(version).group("PART").by("I1", "", "RJCT", "AC04"));
        assertThat(answer.batch()).isEqualTo("F");
        assertThat(answer.each())
                .containsExactly(new TransferAnswer.Single(
                        "I1", "", true, new Said(Verdict.REJECTED, TransferRefusal.ACCOUNT, "RJCT AC04")));
    }

    @Test
    void doesNotTakeAnotherBatchForOurs() throws IOException {
        TransferAnswer answer =
                read(Pain002.to("F").group("PART").batchId("G-1").batch("ACSC"));
        assertThat(answer.whole().verdict()).isEqualTo(Verdict.SILENT);
        assertThat(read(Pain002.to("F").group("PART").batchId("G-1").batch("RJCT", "AM04"))
                        .each()
                        .get(0)
                        .said()
                        .isDenied())
                .isTrue();
    }
}
