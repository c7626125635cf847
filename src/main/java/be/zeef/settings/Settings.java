package be.zeef.settings;

import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything an operator can set. The built-in defaults ({@code zeef-defaults.yaml}) describe the sandbox; a
 * {@code zeef.yaml} in the working folder, or the file named by {@code --config}, is laid over them, key by key.
 *
 * @param profile {@code sandbox} or {@code production}
 * @param home where {@code routes/}, {@code mappings/} and {@code security/} lie
 * @param data where the database, the keys and the logs lie
 */
public record Settings(
        Realm profile,
        Path home,
        Path data,
        Database database,
        Map<String, PopulationFile> populations,
        Magda magda,
        Ocmw ocmw,
        Ivago ivago,
        Groeipakket groeipakket,
        Payment payment,
        Sandbox sandbox) {

    /** The folder of key stores. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** The gateway's own database. */
    public record Database(String url, String user, String password) {}

    /**
     * The population of one agreement.
     *
     * @param file CSV: {@code insz;referentiepersoon;positie;postcode;geboortedatum}
     * @param maxBadShare share of refused lines (0–1) above which the run stops
     */
    public record PopulationFile(Path file, double maxBadShare) {}

    /**
     * MAGDA: one sender identity per purpose.
     *
     * @param sender who asks, where no other is named for the agreement
     * @param senders who asks, by agreement
     * @param endpoints full URL per service and version; {@code default} serves those not named
     * @param perSecond calls a second per sender URI and service, the limit MAGDA throttles at
     * @param atOnce most calls at a time per sender URI and service
     * @param closedFor how long a service that does not answer is left alone
     * @param receiveTimeout how long one SOAP answer may take
     * @param attempts how often a transient failure is tried in all
     * @param questionWithin how long a question about one person may take in all; what is open then is unknown
     */
    public record Magda(
            Sender sender,
            Map<String, Sender> senders,
            String signing,
            String signatureAlgorithm,
            Map<String, String> endpoints,
            int perSecond,
            int atOnce,
            Duration closedFor,
            Duration connectTimeout,
            Duration receiveTimeout,
            int attempts,
            Duration questionWithin,
            MagdaFiles files,
            RegistrationRoads registration) {

        /** Who asks under this agreement. */
        public Sender senderOf(String agreement) {
            return senders.getOrDefault(agreement, sender);
        }
    }

    /** The URI and capacity that MAGDA hands out for a purpose ({@code Afzender}). */
    public record Sender(String uri, String capacity) {}

    /**
     * MAGDA's FTPS server.
     *
     * @param poll pause between two looks into {@code fromVip}
     * @param deadline how long an answer may take before it is asked again or given up
     * @param personsPerFile most persons in one question file; MAGDA's own limit is not public
     */
    public record MagdaFiles(
            String host,
            int port,
            String user,
            String password,
            String toVip,
            String fromVip,
            Duration poll,
            Duration deadline,
            int personsPerFile,
            int attempts) {}

    /**
     * How registrations choose between SOAP and file.
     *
     * @param fileTurnaround what an answer file is expected to take
     * @param alwaysFileFrom this many and more always go by file
     * @param inscribe the service that inscribes over SOAP, such as {@code RegistreerInschrijving-02.00}
     * @param end the service that ends inscriptions over SOAP
     */
    public record RegistrationRoads(Duration fileTurnaround, int alwaysFileFrom, String inscribe, String end) {}

    /** The local welfare database; {@code view} has the columns {@code insz, maatregel, begin, einde}. */
    public record Ocmw(String url, String user, String password, String view, Duration timeout) {}

    /**
     * IVAGO's SFTP server.
     *
     * @param receiptWithin how long the receipts may take before they are chased
     */
    public record Ivago(
            String host, int port, String user, String in, String out, Duration poll, Duration receiptWithin) {}

    /**
     * VUTG's SFTP server.
     *
     * @param fileWithin how long nothing may arrive before the month's file is given up
     */
    public record Groeipakket(String host, int port, String user, String out, Duration poll, Duration fileWithin) {}

    /**
     * Where payments go and who may release them.
     *
     * @param via {@code sftp} or {@code folder}
     * @param folder holds the folders {@code in} and {@code out} when they go to a folder
     * @param answerWithin how long the bank's answer is waited for after a file was handed over
     * @param releasers operating-system user by person; where it names nobody, anybody may release, but not in production
     */
    public record Payment(
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

    /** The outside systems played locally; ports 0 mean "any free one". */
    public record Sandbox(
            Path directory,
            int households,
            long seed,
            int magdaPort,
            int filesPort,
            List<Integer> filesPassivePorts,
            int ocmwPort,
            int ivagoPort,
            int groeipakketPort,
            int bankPort,
            Duration answerDelay) {}
}
