package be.zeef.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The counter's HTTP API ({@code zeef serve}).
 *
 * @param key alias in {@code zeef.p12} of the server's key and certificate
 * @param atOnce most questions at a time; those beyond it wait
 * @param perMinute most requests a minute of one caller
 * @param perDay most questions and grants a day of one caller, at all nodes together
 * @param connections what is allowed to whoever connects, before anybody knows who they are
 * @param answerSteps answers leave at a whole number of these after the question came; zero lets them leave at once
 */
public record CounterSettings(
        String host,
        int port,
        String key,
        int atOnce,
        int perMinute,
        int perDay,
        Connections connections,
        Duration answerSteps,
        List<Caller> callers,
        Oidc oidc) {
    public CounterSettings {
        callers = List.copyOf(callers);
    }

    /**
     * Bounds on connections. What is in them counts by address: behind a proxy or a city's router all callers have one.
     *
     * @param most connections at a time, in all
     * @param perAddress connections at a time from one address
     * @param newPerMinute connections from one address that come in one minute; each costs a TLS handshake
     * @param refusedPerMinute requests refused in one minute, on connections of one address that never proved who calls, after
     *     which each further request on such connections waits a second
     * @param handshakeWithin how long TLS may take
     * @param headWithin how long the head of a request may take, from its first byte; the first one also from the handshake on
     * @param bodyWithin how long its body may take, from the end of the head
     * @param idleFor how long a connection is kept on which nothing happens
     */
    public record Connections(
            int most,
            int perAddress,
            int newPerMinute,
            int refusedPerMinute,
            Duration handshakeWithin,
            Duration headWithin,
            Duration bodyWithin,
            Duration idleFor) {}

    /**
     * Somebody who may ask: a desk, a back end.
     *
     * @param name as it stands in the ledger
     * @param certificate subject of its client certificate (RFC 4514); empty when it has none
     * @param client its OpenID Connect client, the token's {@code azp}, {@code client_id}, {@code appid} or {@code cid}; empty when it has none
     * @param agreements under which it may ask
     */
    public record Caller(String name, String certificate, String client, List<String> agreements) {
        public Caller {
            agreements = List.copyOf(agreements);
        }
    }

    /**
     * Whose tokens are taken.
     *
     * @param issuer exactly as it stands in the token; its discovery document lies below it. Empty: no tokens are taken
     * @param audience what the token must be meant for
     * @param clerkClaim the claim that names the clerk; dots lead into a claim that has claims in it
     * @param rolesClaim the claim that lists the clerk's roles, such as {@code realm_access.roles}; empty for none
     * @param roles for scopes and roles that are the issuer's own: the agreements that each lets ask under
     * @param algorithms signatures that are taken; none that is made with a shared secret belongs here
     * @param skew how far the issuer's clock may be off
     * @param keysFor how long its keys are kept before they are asked for again
     * @param askedAgainAfter how long to wait before an unknown key makes us ask again
     */
    public record Oidc(
            String issuer,
            String audience,
            String clerkClaim,
            String rolesClaim,
            Map<String, List<String>> roles,
            List<String> algorithms,
            Duration skew,
            Duration keysFor,
            Duration askedAgainAfter) {
        public Oidc {
            algorithms = List.copyOf(algorithms);
            roles = Map.copyOf(roles);
        }
    }
}
