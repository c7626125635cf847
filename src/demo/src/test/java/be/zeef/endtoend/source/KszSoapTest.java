package be.zeef.endtoend.source;

import static be.zeef.endtoend.city.KszCity.FACT;
import static be.zeef.endtoend.city.KszCity.ON;
import static be.zeef.endtoend.city.KszCity.digits;
import static be.zeef.endtoend.city.KszCity.question;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.endtoend.city.KszCase;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.ksz.KszMisbehaviour;
import be.zeef.sandbox.ksz.KszStatus;
import be.zeef.sieve.Ternary;
import be.zeef.source.Exceptions;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.testing.CallsSeen;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The KSZ itself over SOAP, signed both ways, against an endpoint that verifies and knows how to misbehave. */
class KszSoapTest extends KszCase {

    /** Status, what the ledger is told, and what becomes of the question. */
    @ParameterizedTest
    @CsvSource({
        "NO_DATA_FOUND,MSG00100,MSG00100,undetermined",
        "NO_DATA_FOUND,MSG00009,MSG00009,undetermined",
        "NO_DATA_FOUND,MSG0021,MSG0021,undetermined",
        "INCOMPLETE_DATA,HAN20200,HAN20200,undetermined",
        "INCOMPLETE_DATA,MSG00000,INCOMPLETE_DATA,undetermined",
        "TECHNICAL_ERROR,MSG00000,TECHNICAL_ERROR,undetermined",
        "DATA_FOUND,MSG99999,MSG99999,undetermined",
        "DATA_FOUND,MSG00100,MSG00100,undetermined",
        "NO_RESULT,MSG00005,MSG00005,undetermined",
        "NO_RESULT,MSG00006,MSG00006,undetermined",
        "NO_RESULT,MSG00008,MSG00008,undetermined",
        "NO_RESULT,MSG00011,MSG00011,undetermined",
        "NO_RESULT,MSG00013,MSG00013,barred"
    })
    void hasItsOutcome_whenTheStatusIs(String value, String code, String told, String outcome) {
        city.sandbox().ksz().answerWith(new KszStatus(value, code, ""));

        assertThat(ksz.ask(person, Map.of(), calls))
                .isEqualTo(outcome.equals("barred") ? new Barred(told) : new Undetermined(told));

        assertThat(calls.codes).containsExactly(told);
    }

    /** A code that is added to the catalogue is added here. */
    @Test
    void isMetAbove_whenACodeIsInTheCatalogue() {
        assertThat(Exceptions.read(Path.of("mappings/sources/ksz-soap/statuses.yaml"))
                        .codes())
                .containsExactlyInAnyOrder(
                        "MSG00000",
                        "MSG00003",
                        "MSG00005",
                        "MSG00006",
                        "MSG00008",
                        "MSG00009",
                        "MSG00011",
                        "MSG00012",
                        "MSG00013",
                        "MSG00100",
                        "MSG0021",
                        "WSSE",
                        "REQUEST");
    }

    @Test
    void followsTheNewNumberOnlyWhereAllowed_whenTheOldOneIsReplaced() {
        String fresh = digits(ksz.everyone().stream()
                .filter(each -> !digits(each).equals(person))
                .filter(each -> ksz.ask(digits(each), Map.of(), new CallsSeen()) instanceof Known)
                .findFirst()
                .orElseThrow());
        city.sandbox().ksz().answerWith(new KszStatus("NO_RESULT", "MSG00006", fresh));
        assertThat(ksz.ask(person, Map.of(), calls)).isEqualTo(new Undetermined("MSG00006"));
        calls.forget();

        city.sandbox().ksz().answerWith(new KszStatus("NO_RESULT", "MSG00006", fresh));
        SourceAnswer followed = ksz.ask(question(person, ON, Map.of(), true), calls);

        assertThat(followed.facts().ternary(FACT))
                .isEqualTo(ksz.ask(fresh, Map.of(), new CallsSeen()).facts().ternary(FACT))
                .isNotEqualTo(Ternary.UNKNOWN);
        assertThat(calls.codes).containsExactly("MSG00006", "OK");
    }

    @ParameterizedTest
    @EnumSource(KszMisbehaviour.class)
    void isNeverBelieved_whenTheAnswerIsWrong(KszMisbehaviour kind) {
        city.sandbox().ksz().misbehave(kind);

        SourceAnswer answer = ksz.ask(person, Map.of(), calls);

        switch (kind) {
            case ANOTHER_PERSON -> undetermined(answer, "ANOTHER_PERSON", "OK");
            case CANCELED -> undetermined(answer, "CANCELED", "OK");
            case REPLACES -> undetermined(answer, "REPLACED", "OK");
            case AGAINST_SCHEMA -> undetermined(answer, "SCHEMA", "SCHEMA");
            case UNSIGNED -> undetermined(answer, "SIGNATURE", "SIGNATURE");
            case STATUS_FILTERED, ELEMENT_FILTERED, CONTRADICTION, PERIOD_ELSEWHERE, ANOTHER_STATUS -> {
                assertThat(answer.facts().ternary(FACT)).isEqualTo(Ternary.UNKNOWN);
                assertThat(calls.codes).containsExactly("OK");
            }
            case ANOTHER_TICKET, FAULT_OF_ANOTHER -> againAndKnown(answer, "CORRELATION");
            case FAULT, OLDER_FAULT -> againAndKnown(answer, "MSG00003");
            case BARE_FAULT -> againAndKnown(answer, "FAULT");
        }
    }

    @ParameterizedTest
    @EnumSource(OddAnswer.class)
    void isAskedAgain_unlessTheAnswerIsOne(OddAnswer kind) {
        city.sandbox().ksz().answerOddly(kind, 1);

        SourceAnswer answer = ksz.ask(person, Map.of(), calls);

        switch (kind) {
            case ACCEPTED, ACCEPTED_WITH_ANSWER, NO_CONTENT, EMPTY, BLANK, NOTHING -> againAndKnown(answer, "EMPTY");
            case MULTIPART_OF_TWO, MULTIPART_CUT_OFF -> againAndKnown(answer, "MULTIPART");
            case TOO_MANY, BUSY -> againAndKnown(answer, "THROTTLED");
            case MULTIPART, MULTIPART_WITH_MORE, MARKED_UTF_8, MARKED_UTF_16_LE, MARKED_UTF_16_BE -> {
                assertThat(answer).isInstanceOf(Known.class);
                assertThat(calls.codes).containsExactly("OK");
            }
            case PAGE, XML_PAGE, PACKED -> againAndKnown(answer, "NOT_SOAP");
            case REDIRECT, REDIRECT_WITH_ANSWER -> againAndKnown(answer, "REDIRECT");
            // it carries a signature that vouches for no such Body
            case TEXT_IN_BODY, TWICE_IN_BODY, MULTIPART_WITH_REFERENCE ->
                undetermined(answer, "SIGNATURE", "SIGNATURE");
        }
    }

    private void undetermined(SourceAnswer answer, String why, String told) {
        assertThat(answer).isEqualTo(new Undetermined(why));
        assertThat(calls.codes).containsExactly(told);
    }

    private void againAndKnown(SourceAnswer answer, String first) {
        assertThat(answer).isInstanceOf(Known.class);
        assertThat(calls.codes).containsExactly(first, "OK");
        assertThat(calls.refertes).doesNotHaveDuplicates();
    }
}
