package be.zeef.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How messages to one partner are signed: data in {@code security/profiles/}.
 *
 * @param token {@code pkipath} (the chain) or {@code x509v3} (the certificate)
 * @param parts what is signed; {@code body} is the SOAP Body
 * @param timestamp {@code none}, or its life as an ISO 8601 duration
 * @param answersSigned {@code never}: an answer without signature is accepted
 */
public record SigningProfile(String token, List<String> parts, String timestamp, String answersSigned) {

    public SigningProfile {
        parts = List.copyOf(parts);
        if (!List.of("pkipath", "x509v3").contains(token)
                || !parts.equals(List.of("body"))
                || !"none".equals(timestamp)
                || !"never".equals(answersSigned)) {
            throw new KeyException(
                    "A signing profile in security/profiles asks for what this version cannot do. It can:"
                            + " token pkipath or x509v3, parts [body], timestamp none, answersSigned never.");
        }
    }

    /** The profile of this name. */
    public static SigningProfile named(Path home, String name) {
        Path file = home.resolve("security/profiles").resolve(name + ".yaml");
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), SigningProfile.class);
        } catch (IOException e) {
            throw new KeyException("The signing profile " + name + " cannot be read from security/profiles.", e);
        }
    }
}
