package be.zeef.counter;

import be.zeef.claim.Amount;
import be.zeef.claim.ClaimAnswer;
import be.zeef.grant.GrantDesk;
import be.zeef.question.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** An answer as JSON, of one length whatever it says: what is left is filled with spaces, which JSON allows. */
public final class AnswerText {

    /** Bytes of every answer. */
    static final int LENGTH = 64;

    /** Bytes of every answer that tells of a grant or a claim. */
    static final int GRANT_LENGTH = 160;

    private AnswerText() {}

    /** What the counter answers. */
    public static byte[] of(Answer answer) {
        return filled("{" + fields(answer) + "}", LENGTH);
    }

    /** The same with what became of a grant. */
    static byte[] of(GrantDesk.Outcome outcome) {
        return filled(
                "{" + fields(outcome.answer()) + ",\"grant\":\""
                        + outcome.result().word() + "\",\"code\":\""
                        + outcome.code().replaceAll("[^A-Za-z0-9_-]", "") + "\"}",
                GRANT_LENGTH);
    }

    /** What became of a claim. */
    static byte[] of(ClaimAnswer answer) {
        return filled(
                "{\"answer\":\"" + answer.verdict().word()
                        + "\",\"granted\":\"" + Amount.euro(answer.granted())
                        + "\",\"left\":\"" + Amount.euro(answer.left())
                        + "\",\"repeated\":" + answer.repeated() + objected(answer.objected()) + "}",
                GRANT_LENGTH);
    }

    private static String fields(Answer answer) {
        String until = answer.until()
                .map(LocalDate::toString)
                .map(day -> "\"" + day + "\"")
                .orElse("null");
        return "\"answer\":\"" + answer.verdict().word() + "\",\"until\":" + until + objected(answer.objected());
    }

    /** Said only where it is so: an answer without it is what it always was. */
    private static String objected(boolean so) {
        return so ? ",\"objected\":true" : "";
    }

    private static byte[] filled(String text, int length) {
        return (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
