package be.zeef.payment;

import be.zeef.security.Sealing;
import java.nio.charset.StandardCharsets;

/**
 * Whose account a transfer goes to, as it is sealed with it: kept until the bank said its last word, or two people closed
 * it.
 *
 * @param text what the statement shows behind the agreement's own text; empty for nothing
 */
public record Payee(String name, String iban, String text) {

    private static final String BETWEEN = "\u001f";

    /** Whose statement shows the agreement's text alone. */
    public Payee(String name, String iban) {
        this(name, iban, "");
    }

    public byte[] sealed(Sealing sealing, String payment) {
        return sealing.seal(
                payment,
                (name + BETWEEN + iban + (text.isEmpty() ? "" : BETWEEN + text)).getBytes(StandardCharsets.UTF_8));
    }

    public static Payee open(Sealing sealing, String payment, byte[] vault) {
        String[] parts = new String(sealing.open(payment, vault), StandardCharsets.UTF_8).split(BETWEEN, -1);
        return new Payee(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }

    @Override
    public String toString() {
        return "Payee";
    }
}
