package be.zeef.security.signing;

import be.zeef.security.KeyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How messages to one partner are signed and which of its answers are believed: data in {@code security/profiles/}.
 *
 * @param token how the signer's certificate travels
 * @param parts what is signed; empty when nothing is
 * @param timestamp the life of the Timestamp, where there is one
 * @param algorithm used where the settings name no other; ignored when nothing is signed
 * @param login how we say who we are over HTTP
 */
public record SigningProfile(
        Token token,
        Set<Part> parts,
        Optional<Duration> timestamp,
        SignatureAlgorithm algorithm,
        Login login,
        AnswerPolicy answers) {

    public SigningProfile {
        parts = Set.copyOf(parts);
    }

    /** The BinarySecurityToken, referred to directly. */
    public enum Token {
        NONE,
        /** The whole chain ({@code X509PKIPathv1}). */
        PKIPATH,
        /** The certificate alone ({@code X509v3}). */
        X509V3
    }

    /** A part of a message that is signed. */
    public enum Part {
        BODY,
        TIMESTAMP,
        TOKEN
    }

    /** What HTTP adds to TLS. */
    public enum Login {
        NONE,
        BASIC
    }

    /**
     * The profile of this name.
     *
     * @throws KeyException naming the file, the key and what to do, when it cannot be used
     */
    public static SigningProfile named(Path home, String name) {
        return SigningProfileFile.read(
                home.resolve("security/profiles").resolve(name + ".yaml").normalize());
    }

    public boolean signs() {
        return token != Token.NONE;
    }
}
