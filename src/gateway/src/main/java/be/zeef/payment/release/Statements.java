package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import be.zeef.trust.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people sign of payment files. */
final class Statements {

    private Statements() {}

    /**
     * That this file may go to the bank.
     *
     * @param composer who composed it; nobody, when a run without a key did
     */
    static Statement release(String agreement, PaymentFiles.Row file, Optional<String> composer) {
        return new Statement(
                "release of a payment file",
                List.of(
                        line("agreement", agreement),
                        line("file", file.name()),
                        line("format", file.format()),
                        line("payments", Integer.toString(file.payments())),
                        line("cents", Long.toString(file.cents())),
                        line("execution", file.execution().toString()),
                        line("sha-256", file.digest()),
                        line("composed by", composer.orElse("nobody"))));
    }

    /** That this person's run composed this file. */
    static Statement composition(String agreement, PaymentFiles.Row file, String person) {
        return new Statement(
                "composition of a payment file",
                List.of(
                        line("agreement", agreement),
                        line("file", file.name()),
                        line("sha-256", file.digest()),
                        line("composed by", person)));
    }

    /**
     * That somebody wants to see the names and accounts in a file.
     *
     * @param once was never used before
     */
    static Statement sight(String agreement, String what, String at, String once) {
        return new Statement(
                "sight of names and accounts",
                List.of(line("agreement", agreement), line("file", what), line("at", at), line("once", once)));
    }

    private static Map.Entry<String, String> line(String word, String value) {
        return Map.entry(word, value);
    }
}
