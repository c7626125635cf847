package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Cause;
import be.zeef.standing.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three languages say the same things, and every cause, state and figure has its words in each. */
class ReportWordsTest {

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "be.zeef.report.report",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void nothingIsWithoutWords(String language) {
        Words words = new Words(Locale.forLanguageTag(language));

        assertThat(words.of("language")).isEqualTo(language);
        assertThat(Arrays.stream(Cause.values()).map(cause -> new Figure(Group.UNDETERMINED, cause.word())))
                .allSatisfy(figure -> assertThat(words.of(figure)).isNotEqualTo(figure.key()));
        assertThat(State.values())
                .allSatisfy(state -> assertThat(words.of("state." + state)).isNotEmpty());
        assertThat(Group.values())
                .allSatisfy(group -> assertThat(words.of(group)).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr"})
    void everySentenceIsThere_andIsTranslated(String language) {
        Set<String> same = Set.of(
                "system.magda", "system.advice", "system.groeipakket", "version", "record.party", "state.REVOKED");
        ResourceBundle translated = bundle(language);
        ResourceBundle english = bundle("en");

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        assertThat(Stream.of(english.keySet().toArray(String[]::new)).filter(key -> !same.contains(key)))
                .allSatisfy(key -> assertThat(translated.getString(key)).as(key).isNotEqualTo(english.getString(key)));
    }
}
