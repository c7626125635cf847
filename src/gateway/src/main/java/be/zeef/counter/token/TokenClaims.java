package be.zeef.counter.token;

import be.zeef.settings.CounterSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a verified token says, in whichever claims its issuer says it:
 *
 * <ul>
 *   <li>the client in {@code azp} (OpenID Connect Core §2; Keycloak, Entra v2), {@code client_id} (RFC 9068 §2.2; ACM/IDM),
 *       {@code appid} (Entra v1) or {@code cid} (Okta). Where it has several they must be one;
 *   <li>what it may in {@code scope} or {@code scp}, each a text with blanks between (RFC 8693 §4.2; Entra) or a list (ACM/IDM,
 *       Okta), and in the claim of roles that the settings name;
 *   <li>the clerk in the claim that the settings name.
 * </ul>
 *
 * @param client whom it was given to; empty when it does not say so
 * @param rights scopes and roles, those that the settings translate as {@code ask:} and the agreement
 * @param clerk empty when it names none
 */
public record TokenClaims(String client, Set<String> rights, String clerk) {

    /** Before the agreement that a right is about. */
    public static final String ASK = "ask:";

    static final List<String> CLIENT = List.of("azp", "client_id", "appid", "cid");
    static final List<String> SCOPE = List.of("scope", "scp");

    public TokenClaims {
        rights = Set.copyOf(rights);
    }

    /**
     * Reads them.
     *
     * @throws ContradictionException when it was given to two clients, or to what is no name
     */
    public static TokenClaims read(Map<String, Object> claims, CounterSettings.Oidc settings)
            throws ContradictionException {
        Set<String> rights = new HashSet<>();
        SCOPE.forEach(name -> texts(claims.get(name))
                .forEach(text -> rights.addAll(List.of(text.strip().split(" +")))));
        // a role may have blanks in it, and one alone comes as a text from issuers that write several as a list
        at(claims, settings.rolesClaim()).ifPresent(roles -> texts(roles).forEach(rights::add));
        List.copyOf(rights).forEach(right -> settings.roles()
                .getOrDefault(right, List.of())
                .forEach(agreement -> rights.add(ASK + agreement)));
        String clerk = at(claims, settings.clerkClaim())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
        return new TokenClaims(client(claims), rights, clerk);
    }

    /** A token that says two things at once. */
    public static final class ContradictionException extends Exception {
        private static final long serialVersionUID = 1L;

        ContradictionException() {
            super("the claims " + String.join(", ", CLIENT) + " contradict each other, or are no texts");
        }
    }

    private static String client(Map<String, Object> claims) throws ContradictionException {
        List<Object> named = CLIENT.stream()
                .filter(claims::containsKey)
                .map(claims::get)
                .distinct()
                .toList();
        if (named.isEmpty()) {
            return "";
        }
        if (named.size() > 1 || !(named.get(0) instanceof String client)) {
            throw new ContradictionException();
        }
        return client;
    }

    private static Stream<String> texts(Object value) {
        return value instanceof Collection<?> all
                ? all.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.ofNullable(value).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * What stands at a place such as {@code realm_access.roles}. A dot may also be part of a name, as in
     * {@code https://stad.example/roles} or the name of a client: the longest name there is goes first.
     */
    static Optional<Object> at(Map<?, ?> claims, String place) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        if (claims.get(place) != null) {
            return Optional.of(claims.get(place));
        }
        for (int dot = place.lastIndexOf('.'); dot > 0; dot = place.lastIndexOf('.', dot - 1)) {
            if (claims.get(place.substring(0, dot)) instanceof Map<?, ?> below) {
                Optional<Object> found = at(below, place.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Where the client is looked for, for the operator. */
    public static String clientPlaces() {
        return String.join(", ", CLIENT);
    }

    /** Where rights are looked for, for the operator. */
    public static String rightPlaces(CounterSettings.Oidc settings) {
        List<String> places = new ArrayList<>(SCOPE);
        Stream.of(settings.rolesClaim()).filter(place -> !place.isEmpty()).forEach(places::add);
        return String.join(", ", places);
    }

    /** Holds what a token says: it does not show itself. */
    @Override
    public String toString() {
        return "TokenClaims";
    }
}
