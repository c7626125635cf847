package be.zeef.security.signing;

import be.zeef.security.signing.AnswerPolicy.Dated;
import be.zeef.security.signing.AnswerPolicy.Signed;
import be.zeef.security.signing.SigningProfile.Login;
import be.zeef.security.signing.SigningProfile.Part;
import be.zeef.security.signing.SigningProfile.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file of {@code security/profiles/}, and refuses what does not go together. */
final class SigningProfileFile {

    private static final List<String> KEYS = List.of("token", "parts", "timestamp", "algorithm", "login", "answers");
    private static final List<String> ANSWER_KEYS = List.of(
            "answers.signed",
            "answers.signer",
            "answers.algorithms",
            "answers.timestamp",
            "answers.maxAge",
            "answers.clockSkew");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final ProfileKeys keys;

    private SigningProfileFile(ProfileKeys keys) {
        this.keys = keys;
    }

    static SigningProfile read(Path file) {
        ProfileKeys keys = ProfileKeys.read(file);
        keys.allow(KEYS, ANSWER_KEYS);
        return new SigningProfileFile(keys).profile();
    }

    private SigningProfile profile() {
        Token token = keys.one("token", Token.class);
        Set<Part> parts = keys.several("parts", Part.class);
        Optional<Duration> timestamp = timestamp();
        if (token == Token.NONE) {
            keys.require(parts.isEmpty(), "parts", "nothing is signed without a token: write []");
            keys.require(!keys.has("algorithm"), "algorithm", "nothing is signed without a token: remove it");
        } else {
            keys.require(parts.contains(Part.BODY), "parts", "a signature covers the Body at least: add body");
        }
        boolean dated = parts.contains(Part.TIMESTAMP);
        keys.require(!dated || timestamp.isPresent(), "timestamp", "it is signed, so it needs a life such as PT5M");
        keys.require(
                dated || timestamp.isEmpty() || token == Token.NONE,
                "parts",
                "a Timestamp that is not signed proves nothing: add timestamp, or write timestamp: none");
        return new SigningProfile(
                token,
                parts,
                timestamp,
                token == Token.NONE ? SignatureAlgorithm.RSA_SHA256 : keys.algorithm("algorithm"),
                keys.has("login") ? keys.one("login", Login.class) : Login.NONE,
                answers());
    }

    private Optional<Duration> timestamp() {
        if ("none".equals(keys.text("timestamp"))) {
            return Optional.empty();
        }
        Duration life = keys.duration("timestamp");
        keys.require(
                life.compareTo(Duration.ofSeconds(1)) >= 0 && life.compareTo(LONGEST_LIFE) <= 0,
                "timestamp",
                "a life is between PT1S and PT5M, the longest that the federal platform accepts");
        return Optional.of(life);
    }

    private AnswerPolicy answers() {
        Signed signed = keys.one("answers.signed", Signed.class);
        if (signed == Signed.NEVER) {
            ANSWER_KEYS.stream()
                    .skip(1)
                    .forEach(key -> keys.require(
                            !keys.has(key), key, "answers are never signed, so it means nothing: remove it"));
            return AnswerPolicy.UNSIGNED;
        }
        Dated dated = keys.has("answers.timestamp") ? keys.one("answers.timestamp", Dated.class) : Dated.ALWAYS;
        if (dated == Dated.NEVER) {
            List.of("answers.maxAge", "answers.clockSkew")
                    .forEach(key -> keys.require(
                            !keys.has(key),
                            key,
                            "an answer without a Timestamp has no age to hold against it: remove it"));
            return policy(signed, dated, Duration.ZERO, Duration.ZERO);
        }
        Duration maxAge = keys.duration("answers.maxAge");
        Duration skew = keys.duration("answers.clockSkew");
        keys.require(maxAge.toSeconds() >= 1, "answers.maxAge", "at least PT1S");
        keys.require(!skew.isNegative() && skew.compareTo(maxAge) <= 0, "answers.clockSkew", "from PT0S to maxAge");
        return policy(signed, dated, maxAge, skew);
    }

    private AnswerPolicy policy(Signed signed, Dated dated, Duration maxAge, Duration skew) {
        return new AnswerPolicy(
                signed, keys.text("answers.signer"), keys.algorithms("answers.algorithms"), dated, maxAge, skew);
    }
}
