package be.zeef.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where payments go and who may release them.
 *
 * @param via {@code sftp}, to the server of the partner {@code bank}, or {@code folder}
 * @param folder holds the folders {@code in} and {@code out} when they go to a folder
 * @param answerWithin how long the bank's answer is waited for after a file was handed over
 * @param decideAfter how long the bank's last word on a payment, or a corrected account, is waited for before a person must decide; whole
 *     days, at least one
 * @param debtor who pays, where no other is named for the agreement
 * @param debtors who pays, by agreement
 * @param releasers who may act on payments; where it names nobody, nobody may
 */
public record PaymentSettings(
        Via via,
        Path folder,
        Duration answerWithin,
        Duration decideAfter,
        Debtor debtor,
        Map<String, Debtor> debtors,
        List<Releaser> releasers) {

    public PaymentSettings {
        releasers = List.copyOf(releasers);
        debtors = Map.copyOf(debtors);
        if (decideAfter.toDays() < 1) {
            throw new IllegalArgumentException("payment.decideAfter is at least one day, such as P10D");
        }
    }

    /** Who pays under this agreement. */
    public Debtor debtorOf(String agreement) {
        return debtors.getOrDefault(agreement, debtor);
    }

    /** How files go. */
    public enum Via {
        SFTP,
        FOLDER
    }

    /**
     * Who pays.
     *
     * @param enterprise number in the Crossroads Bank for Enterprises, ten digits
     * @param bic empty when the bank needs none
     */
    public record Debtor(String name, String enterprise, String iban, String bic) {}

    /**
     * A person and their certificates.
     *
     * @param person as it stands in the ledger: lower-case letters, digits, points and dashes
     * @param certificate file of one or more certificates of theirs, PEM or DER
     */
    public record Releaser(String person, Path certificate) {}
}
