package be.zeef.trust;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a trust file says. That somebody is named in it does not say that his certificate holds today: {@link TrustedPeople}
 * tells that.
 *
 * @param signer whose signature stands under it
 * @param serial counts up with every file that its signer makes
 * @param from first day that it holds
 * @param until last day that it holds
 * @param issuers whose certificates are accepted
 * @param people by name
 * @param approvers whose approval an agreement needs, by agreement
 * @param releasers who may release payments under an agreement, by agreement
 */
public record Trust(
        X509Certificate signer,
        int serial,
        LocalDate from,
        LocalDate until,
        List<X509Certificate> issuers,
        Map<String, X509Certificate> people,
        Map<String, Approvers> approvers,
        Map<String, List<String>> releasers) {

    public Trust {
        issuers = List.copyOf(issuers);
        people = ordered(people);
        approvers = ordered(approvers);
        releasers = ordered(releasers);
    }

    /** The names of both parties' data-protection officers. */
    public record Approvers(String sender, String recipient) {

        /** Who approves for this side; empty when there is no such side. */
        public Optional<String> of(String side) {
            return switch (side) {
                case "sender" -> Optional.of(sender);
                case "recipient" -> Optional.of(recipient);
                default -> Optional.empty();
            };
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
