package be.zeef.sandbox.oidc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The token endpoint (RFC 6749): one client, which authenticates by header or by form, and one user. It gives a token for
 * the client itself ({@code client_credentials}) or for the user ({@code password}).
 */
final class TokenDesk {

    private final Account client;
    private final Account user;
    private final Set<String> scopes;
    private final ClerkTokens tokens;

    TokenDesk(Account client, Account user, Set<String> scopes, ClerkTokens tokens) {
        this.client = client;
        this.user = user;
        this.scopes = scopes;
        this.tokens = tokens;
    }

    /** A name and what proves it. It does not show itself. */
    record Account(String name, String secret) {
        boolean is(String name, String secret) {
            return this.name.equals(name)
                    && MessageDigest.isEqual(
                            this.secret.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Account[" + name + "]";
        }
    }

    /** A response: HTTP status and what becomes its JSON. */
    record Given(int status, Map<String, Object> body) {}

    Given give(String authorization, String form) {
        Map<String, String> asked = fields(form);
        if (!knows(authorization, asked)) {
            return refused(401, "invalid_client");
        }
        return switch (asked.getOrDefault("grant_type", "")) {
            case "client_credentials" -> given("", asked);
            case "password" ->
                user.is(asked.getOrDefault("username", ""), asked.getOrDefault("password", ""))
                        ? given(user.name(), asked)
                        : refused(400, "invalid_grant");
            default -> refused(400, "unsupported_grant_type");
        };
    }

    private boolean knows(String authorization, Map<String, String> asked) {
        if (!authorization.startsWith("Basic ")) {
            return client.is(asked.getOrDefault("client_id", ""), asked.getOrDefault("client_secret", ""));
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 && client.is(decode(parts[0]), decode(parts[1]));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Given given(String clerk, Map<String, String> asked) {
        String scope = Arrays.stream(asked.getOrDefault("scope", "").split(" "))
                .filter(scopes::contains)
                .collect(Collectors.joining(" "));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.sign(tokens.claims(client.name(), clerk, scope)));
        body.put("token_type", "Bearer");
        body.put("expires_in", ClerkTokens.LIFE.toSeconds());
        body.put("scope", scope);
        return new Given(200, body);
    }

    private static Given refused(int status, String error) {
        return new Given(status, Map.of("error", error));
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(
                        Collectors.toMap(field -> decode(field[0]), field -> decode(field[1]), (first, more) -> first));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
