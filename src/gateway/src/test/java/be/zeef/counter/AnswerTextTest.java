package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.claim.ClaimAnswer;
import be.zeef.grant.GrantDesk;
import be.zeef.question.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That somebody objected is told beside the answer, and only then; the size of an answer tells nothing of it. */
class AnswerTextTest {

    private static final Answer YES = new Answer(Answer.Verdict.YES, Optional.of(LocalDate.of(2027, 4, 30)));
    private static final Answer NOT_DECIDABLE = new Answer(Answer.Verdict.NOT_DECIDABLE, Optional.empty());

    private static JsonNode json(byte[] text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void shouldTellThatSomebodyObjected_besideNotDecidable() throws IOException {
        JsonNode told = json(AnswerText.of(Answer.OF_OBJECTOR));

        assertThat(told.path("answer").asText()).isEqualTo("not-decidable");
        assertThat(told.path("objected").asBoolean()).isTrue();
        assertThat(told.path("until").isNull()).isTrue();
    }

    @Test
    void shouldTellItOfGrantsAndClaims() throws IOException {
        GrantDesk.Outcome grant = new GrantDesk.Outcome(Answer.OF_OBJECTOR, GrantDesk.Result.NOT_GRANTED, "");
        ClaimAnswer claim = new ClaimAnswer(ClaimAnswer.Verdict.NOT_DECIDABLE, 0, 0, false, true, false);

        assertThat(json(AnswerText.of(grant)).path("objected").asBoolean()).isTrue();
        assertThat(json(AnswerText.of(claim)).path("objected").asBoolean()).isTrue();
    }

    @Test
    void shouldNotSpeakOfIt_whenNobodyObjected() throws IOException {
        assertThat(json(AnswerText.of(NOT_DECIDABLE)).has("objected")).isFalse();
        assertThat(json(AnswerText.of(YES)).has("objected")).isFalse();
    }

    @Test
    void shouldHaveOneSize_andTheNamesOfTheContract() throws IOException {
        assertThat(AnswerText.of(Answer.OF_OBJECTOR))
                .hasSameSizeAs(AnswerText.of(YES))
                .hasSameSizeAs(AnswerText.of(NOT_DECIDABLE));
        String contract = Files.readString(Path.of("routes/counter.openapi.yaml"));
        assertThat(contract).contains("objected:", "{answer: not-decidable, until: null, objected: true}");
    }
}
