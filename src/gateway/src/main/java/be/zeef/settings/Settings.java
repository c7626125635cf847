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
 * @param associations by agreement, the register of those whose fees are claimed: CSV {@code key;name;iban}
 * @param partners whom files are exchanged with, by name
 */
public record Settings(
        Realm profile,
        Path home,
        Path data,
        TrustPlace trust,
        Database database,
        LedgerSettings ledger,
        ScheduleSettings schedule,
        Map<String, PopulationFile> populations,
        Map<String, Path> associations,
        Magda magda,
        KszSoapSettings kszSoap,
        OcmwSettings ocmw,
        Map<String, Partner> partners,
        Uitpas uitpas,
        Advice advice,
        CounterSettings counter,
        Groeipakket groeipakket,
        PaymentSettings payment,
        Sandbox sandbox) {

    /** The same with mappings, routes and profiles taken from another place. */
    public Settings withHome(Path other) {
        return new Settings(
                profile,
                other,
                data,
                trust,
                database,
                ledger,
                schedule,
                populations,
                associations,
                magda,
                kszSoap,
                ocmw,
                partners,
                uitpas,
                advice,
                counter,
                groeipakket,
                payment,
                sandbox);
    }

    /**
     * The partner of this name.
     *
     * @throws SettingsException when no settings name it
     */
    public Partner partner(String name) {
        Partner partner = partners.get(name);
        if (partner == null) {
            throw new SettingsException("Nothing is known of the partner " + name + ". Say under partners." + name
                    + " how its server is reached (docs/configuration.md).");
        }
        return partner;
    }

    /**
     * The register of associations of this agreement.
     *
     * @throws SettingsException when no settings name it
     */
    public Path associationsOf(String agreement) {
        Path file = associations.get(agreement);
        if (file == null) {
            throw new SettingsException("Nothing is known of the associations of " + agreement
                    + ". Name the register's file under associations." + agreement + " (docs/configuration.md).");
        }
        return file;
    }

    /** The folder of key stores. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** The gateway's own database. */
    public record Database(String url, String user, String password) {
        /** A JDBC URL may hold a password too: none of it is shown. */
        @Override
        public String toString() {
            return "Database[" + user + "]";
        }
    }

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
     * @param adviceWithin the same in a sync, where questions wait for their turn
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
            Duration adviceWithin,
            MagdaFiles files,
            InscriptionRoads inscription) {

        /** Who asks under this agreement. */
        public Sender senderOf(String agreement) {
            return senders.getOrDefault(agreement, sender);
        }
    }

    /** The URI and capacity that MAGDA hands out for a purpose ({@code Afzender}). */
    public record Sender(String uri, String capacity) {}

    /**
     * Files exchanged with MAGDA, over the server of the partner {@code magdaFiles}.
     *
     * @param deadline how long an answer may take before it is asked again or given up
     * @param personsPerFile most persons in one question file; MAGDA's own limit is not public
     */
    public record MagdaFiles(Duration deadline, int personsPerFile, int attempts) {}

    /**
     * How inscriptions choose between SOAP and file.
     *
     * @param fileTurnaround what an answer file is expected to take
     * @param alwaysFileFrom this many and more always go by file
     * @param inscribe the service that inscribes over SOAP, such as {@code RegistreerInschrijving-02.00}
     * @param end the service that ends inscriptions over SOAP
     */
    public record InscriptionRoads(Duration fileTurnaround, int alwaysFileFrom, String inscribe, String end) {}

    /**
     * UiTPAS of publiq, where social tariffs are granted.
     *
     * @param url without a path; {@code tokenUrl} is the whole address of publiq's token endpoint
     * @param organizer id of the organizer in whose name is granted
     * @param cardSystem id of the city's card system
     * @param receiveTimeout how long one answer may take
     * @param within how long one grant may take in all; no attempt begins after it
     * @param attempts how often a call that may pass, and a grant whose end nobody knows, is tried in all
     */
    public record Uitpas(
            String url,
            String tokenUrl,
            String clientId,
            String clientSecret,
            String organizer,
            int cardSystem,
            Duration connectTimeout,
            Duration receiveTimeout,
            Duration within,
            int attempts) {
        @Override
        public String toString() {
            return "Uitpas[" + url + ", " + clientId + "]";
        }
    }

    /**
     * Automatisch Advies at Digitaal Vlaanderen.
     *
     * @param url the whole address
     * @param receiveTimeout how long one answer may take
     * @param attempts how often a failure that may pass is tried in all
     */
    public record Advice(String url, Duration connectTimeout, Duration receiveTimeout, int attempts) {}

    /**
     * VUTG's files, over the server of the partner {@code groeipakket}.
     *
     * @param fileWithin how long nothing may arrive before the month's file is given up
     */
    public record Groeipakket(Duration fileWithin) {}

    /**
     * The outside systems played locally; ports 0 mean "any free one".
     *
     * @param magdaStrict whether MAGDA refuses questions that its schemas allow and its adapters are known to refuse: a default
     *     namespace that is reset, a time without {@code .000}
     * @param magdaSignsAnswers whether MAGDA's SOAP answers are signed; the real ones are not today
     */
    public record Sandbox(
            Path directory,
            int households,
            long seed,
            int magdaPort,
            boolean magdaStrict,
            boolean magdaSignsAnswers,
            int kszPort,
            int filesPort,
            List<Integer> filesPassivePorts,
            int ocmwPort,
            int ivagoPort,
            int educationPort,
            int childcarePort,
            int holidaysPort,
            int uitpasPort,
            int advicePort,
            int oidcPort,
            int groeipakketPort,
            int bankPort,
            int witnessPort,
            int stampPort,
            Duration answerDelay) {}
}
