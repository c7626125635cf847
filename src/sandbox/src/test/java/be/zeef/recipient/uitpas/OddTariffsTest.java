package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.recipient.Grant.Failed;
import be.zeef.recipient.Grant.Granted;
import be.zeef.sandbox.OddAnswer;
import be.zeef.subject.Insz;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is no answer over HTTP, to a read, to a write and to the question for a token: a code, never an exception. */
class OddTariffsTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 4, 30);

    @TempDir
    static Path secrets;

    @TempDir
    static Path folder;

    private static TariffCity city;

    @BeforeAll
    static void start() throws Exception {
        city = new TariffCity(folder, secrets, Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        city.close();
    }

    @AfterEach
    void behave() {
        city.server.behave();
    }

    /** The first call reads; what comes packed to whom can unpack it is an answer. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"XML_PAGE", "TEXT_IN_BODY", "TWICE_IN_BODY", "MULTIPART_WITH_REFERENCE"})
    void grantsAfterAll_andIsFailedWhenThereIsNeverAnAnswer(OddAnswer kind) {
        Insz person = city.withoutTariff();
        city.server.answerOddly(kind, 1);
        assertThat(city.tariffs().grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));

        Insz another = city.withoutTariff();
        city.server.answerOddly(kind, 100);
        assertThat(city.tariffs().grant(another, UNTIL))
                .isEqualTo(isAnswer(kind) ? new Granted(UNTIL) : new Failed(code(kind)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"XML_PAGE", "TEXT_IN_BODY", "TWICE_IN_BODY", "MULTIPART_WITH_REFERENCE"})
    void grantsAfterAll_whenTheTokenIsNone(OddAnswer kind) {
        city.server.answerTokensOddly(kind, 1);

        assertThat(city.tariffs().grant(city.withoutTariff(), UNTIL)).isEqualTo(new Granted(UNTIL));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "XML_PAGE",
                "TEXT_IN_BODY",
                "TWICE_IN_BODY",
                "MULTIPART_WITH_REFERENCE",
                "PACKED",
                "MARKED_UTF_8",
                "MARKED_UTF_16_LE",
                "MARKED_UTF_16_BE"
            })
    void isFailed_whenThereIsNeverAToken(OddAnswer kind) {
        city.server.answerTokensOddly(kind, 100);

        assertThat(city.tariffs().grant(city.withoutTariff(), UNTIL)).isEqualTo(new Failed("TOKEN_" + code(kind)));
    }

    private static boolean isAnswer(OddAnswer kind) {
        return switch (kind) {
            case PACKED, MARKED_UTF_8, MARKED_UTF_16_LE, MARKED_UTF_16_BE -> true;
            default -> false;
        };
    }

    private static String code(OddAnswer kind) {
        return switch (kind) {
            case ACCEPTED, ACCEPTED_WITH_ANSWER, NO_CONTENT, EMPTY, BLANK -> "EMPTY";
            case REDIRECT, REDIRECT_WITH_ANSWER -> "HTTP_302";
            case TOO_MANY -> "HTTP_429";
            case BUSY -> "HTTP_503";
            default -> "MALFORMED";
        };
    }
}
