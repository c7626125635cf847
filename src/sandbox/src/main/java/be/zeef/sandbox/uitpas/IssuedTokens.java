package be.zeef.sandbox.uitpas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** publiq's account server: hands out tokens to the one client there is, and knows which still hold. Thread-safe. */
final class IssuedTokens {

    static final String PATH = "/realms/uitid/protocol/openid-connect/token";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final AtomicLong given = new AtomicLong();
    private volatile Duration life = Duration.ofDays(1);

    IssuedTokens(String clientId, String clientSecret, Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    void liveFor(Duration each) {
        life = each;
    }

    long given() {
        return given.get();
    }

    /** @param form what was posted */
    ApiReply ask(String form) {
        Map<String, String> fields = fields(form);
        if (!"client_credentials".equals(fields.get("grant_type"))) {
            return refused(400, "unsupported_grant_type");
        }
        if (!clientId.equals(fields.get("client_id")) || !clientSecret.equals(fields.get("client_secret"))) {
            return refused(401, "invalid_client");
        }
        byte[] fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        Duration lives = life;
        ends.put(token, clock.instant().plus(lives));
        given.incrementAndGet();
        var body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", token);
        body.put("expires_in", lives.toSeconds());
        body.put("token_type", "Bearer");
        return ApiReply.ok(body);
    }

    static ApiReply refused(int status, String error) {
        return new ApiReply(
                status,
                "application/json",
                JsonNodeFactory.instance.objectNode().put("error", error));
    }

    /** Whether this Authorization header carries a token that holds. */
    boolean holds(String authorization) {
        Instant end = ends.get(token(authorization));
        return end != null && clock.instant().isBefore(end);
    }

    void revoke(String authorization) {
        ends.remove(token(authorization));
    }

    private static String token(String authorization) {
        return authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .filter(f -> f.length == 2)
                .forEach(field -> fields.put(decoded(field[0]), decoded(field[1])));
        return fields;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
