package be.zeef.payment;

import be.zeef.security.Sealing;
import java.nio.charset.StandardCharsets;

/** Whose account a transfer goes to, as it is sealed with it: kept until the bank has answered, and no longer. */
public record Payee(String name, String iban) {

    private static final String BETWEEN = "\u001f";

    public byte[] sealed(Sealing sealing, String payment) {
        return sealing.seal(payment, (name + BETWEEN + iban).getBytes(StandardCharsets.UTF_8));
    }

    public static Payee open(Sealing sealing, String payment, byte[] vault) {
        String[] parts = new String(sealing.open(payment, vault), StandardCharsets.UTF_8).split(BETWEEN, -1);
        return new Payee(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return "Payee";
    }
}
