package be.zeef.counter;

import be.zeef.question.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** An answer as JSON, of one length whatever it says: what is left is filled with spaces, which JSON allows. */
final class AnswerText {

    /** Bytes of every answer. */
    static final int LENGTH = 64;

    private AnswerText() {}

    static byte[] of(Answer answer) {
        String until = answer.until()
                .map(LocalDate::toString)
                .map(day -> "\"" + day + "\"")
                .orElse("null");
        String text = "{\"answer\":\"" + answer.verdict().word() + "\",\"until\":" + until + "}";
        return (text + " ".repeat(LENGTH - text.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
