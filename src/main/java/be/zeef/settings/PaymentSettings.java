package be.zeef.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where payments go and who may release them.
 *
 * @param via {@code sftp} or {@code folder}
 * @param folder holds the folders {@code in} and {@code out} when they go to a folder
 * @param answerWithin how long the bank's answer is waited for after a file was handed over
 * @param releasers operating-system user by person; where it names nobody, anybody may release, but not in production
 */
public record PaymentSettings(
        Via via,
        String host,
        int port,
        String user,
        String in,
        String out,
        Path folder,
        Duration poll,
        Duration answerWithin,
        Debtor debtor,
        Map<String, String> releasers) {

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
}
