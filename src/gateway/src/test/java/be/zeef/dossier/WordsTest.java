package be.zeef.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.Payments;
import be.zeef.question.Answer;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.run.file.QuestionFile;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Outcome;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a dossier meets words and no codes, in three languages. */
class WordsTest {

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "be.zeef.dossier.dossier",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }

    private static Stream<String> values(Kind kind, Detail detail, Stream<String> codes, Words words) {
        return codes.filter(code -> words.value(kind, detail, code).equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void haveAWordForEachKindEachDetailAndEachCode(String language) {
        Words words = new Words(Locale.forLanguageTag(language));

        assertThat(words.language()).isEqualTo(language);
        assertThat(Stream.of(Kind.values()).map(words::of)).doesNotContain("").doesNotHaveDuplicates();
        assertThat(Stream.of(Detail.values()).map(words::of)).doesNotContain("");
        assertThat(Stream.of(
                                values(Kind.DECISION, Detail.OUTCOME, names(Outcome.values()), words),
                                values(Kind.DECISION, Detail.CAUSE, names(Cause.values()), words),
                                values(Kind.PAYMENT, Detail.STANDING, names(Payments.State.values()), words),
                                values(Kind.QUESTION_FILE, Detail.ERRAND, names(QuestionFile.Kind.values()), words),
                                values(Kind.GRANT, Detail.RESULT, results(), words),
                                values(
                                        Kind.GRANT,
                                        Detail.STANDING,
                                        Stream.of("OPEN", "IN_DELIVERY", "CALLED", "CLOSED"),
                                        words))
                        .flatMap(Function.identity()))
                .as("codes without a word")
                .isEmpty();
        if (!language.equals("en")) {
            assertThat(Stream.of(Answer.Verdict.values()).map(Answer.Verdict::word))
                    .noneMatch(word ->
                            words.value(Kind.QUESTION, Detail.OUTCOME, word).equals(word));
        }
    }

    private static Stream<String> results() {
        return names(DeliveryReceipt.LineResult.values());
    }

    private static Stream<String> names(Enum<?>[] codes) {
        return Stream.of(codes).map(Enum::name);
    }

    @Test
    void areTheSameInEachLanguage() {
        assertThat(keys(Locale.forLanguageTag("nl")))
                .isEqualTo(keys(Locale.ROOT))
                .isEqualTo(keys(Locale.FRENCH));
        Words french = new Words(Locale.FRENCH);
        Words dutch = new Words(Locale.forLanguageTag("nl"));
        assertThat(french.of(Kind.QUESTION)).isNotEqualTo(dutch.of(Kind.QUESTION));
    }
}
