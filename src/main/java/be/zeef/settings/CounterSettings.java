package be.zeef.settings;

import java.time.Duration;
import java.util.List;

/**
 * The counter's HTTP API ({@code zeef serve}).
 *
 * @param key alias in {@code zeef.p12} of the server's key and certificate
 * @param atOnce most questions at a time; those beyond it wait
 * @param perMinute most requests a minute of one caller
 * @param answerSteps answers leave at a whole number of these after the question came; zero lets them leave at once
 */
public record CounterSettings(
        String host,
        int port,
        String key,
        int atOnce,
        int perMinute,
        Duration answerSteps,
        List<Caller> callers,
        Oidc oidc) {
    public CounterSettings {
        callers = List.copyOf(callers);
    }

    /**
     * Somebody who may ask: a desk, a back end.
     *
     * @param name as it stands in the ledger
     * @param certificate subject of its client certificate (RFC 4514); empty when it has none
     * @param client its OpenID Connect client, the token's {@code azp}; empty when it has none
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
     * @param clerkClaim the claim that names the clerk
     * @param algorithms signatures that are taken; none that is made with a shared secret belongs here
     * @param skew how far the issuer's clock may be off
     * @param keysFor how long its keys are kept before they are asked for again
     * @param askedAgainAfter how long to wait before an unknown key makes us ask again
     */
    public record Oidc(
            String issuer,
            String audience,
            String clerkClaim,
            List<String> algorithms,
            Duration skew,
            Duration keysFor,
            Duration askedAgainAfter) {
        public Oidc {
            algorithms = List.copyOf(algorithms);
        }
    }
}
