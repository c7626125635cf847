package be.zeef.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.security.KeyException;
import be.zeef.security.signing.AnswerPolicy.Dated;
import be.zeef.security.signing.AnswerPolicy.Signed;
import be.zeef.security.signing.SigningProfile.Login;
import be.zeef.security.signing.SigningProfile.Part;
import be.zeef.security.signing.SigningProfile.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningProfileTest {

    private static final List<String> GOOD = List.of(
            "token: x509v3",
            "parts: [body, timestamp, token]",
            "timestamp: PT5M",
            "algorithm: rsa-sha256",
            "answers:",
            "  signed: always",
            "  signer: partner",
            "  algorithms: [rsa-sha256]",
            "  maxAge: PT5M",
            "  clockSkew: PT1M");

    @TempDir
    Path home;

    @Test
    void saysAllOfIt_whenEverythingIsSigned() throws IOException {
        assertThat(profile(GOOD))
                .isEqualTo(new SigningProfile(
                        Token.X509V3,
                        Set.of(Part.values()),
                        java.util.Optional.of(Duration.ofMinutes(5)),
                        SignatureAlgorithm.RSA_SHA256,
                        Login.NONE,
                        new AnswerPolicy(
                                Signed.ALWAYS,
                                "partner",
                                Set.of(SignatureAlgorithm.RSA_SHA256),
                                Dated.ALWAYS,
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1))));
    }

    /** What is changed in a good profile, and the key that the error names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    token: x509v3                   | token: saml                     | token
                    token: x509v3                   | token: none                     | parts
                    token: x509v3                   | tokens: x509v3                  | tokens
                    parts: [body, timestamp, token] | parts: [timestamp, token]       | parts
                    parts: [body, timestamp, token] | parts: [body]                   | parts
                    parts: [body, timestamp, token] | parts: [body, header]           | parts
                    parts: [body, timestamp, token] | parts: body                     | parts
                    timestamp: PT5M                 | timestamp: none                 | timestamp
                    timestamp: PT5M                 | timestamp: PT6M                 | timestamp
                    timestamp: PT5M                 | timestamp: 300                  | timestamp
                    algorithm: rsa-sha256           | algorithm: rsa-md5              | algorithm
                    algorithm: rsa-sha256           | login: digest                   | algorithm
                    '  signed: always'              | '  signed: sometimes'           | answers.signed
                    '  signed: always'              | '  signed: never'               | answers.signer
                    '  signer: partner'             | '  signers: partner'            | answers.signers
                    '  algorithms: [rsa-sha256]'    | '  algorithms: []'              | answers.algorithms
                    '  algorithms: [rsa-sha256]'    | '  algorithms: [sha1]'          | answers.algorithms
                    '  maxAge: PT5M'                | '  maxAge: PT0S'                | answers.maxAge
                    '  maxAge: PT5M'                | '  timestamp: never'             | answers.clockSkew
                    '  maxAge: PT5M'                | '  timestamp: always'            | answers.maxAge
                    '  maxAge: PT5M'                | '  timestamp: optional'          | answers.maxAge
                    '  clockSkew: PT1M'             | '  timestamp: never'             | answers.maxAge
                    '  clockSkew: PT1M'             | '  timestamp: sometimes'         | answers.timestamp
                    '  clockSkew: PT1M'             | '  clockSkew: PT1H'             | answers.clockSkew
                    """)
    void namesFileKeyAndRemedy_whenItCannotBe(String line, String instead, String key) {
        List<String> bad =
                GOOD.stream().map(each -> each.equals(line) ? instead : each).toList();
        assertThat(bad).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> profile(bad))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("security/profiles/test.yaml")
                .hasMessageContaining(": " + key + ": ");
    }

    @ParameterizedTest
    @CsvSource({"always, ALWAYS", "optional, OPTIONAL"})
    void saysWhetherAnswersAreDated(String text, Dated dated) throws IOException {
        List<String> with = new ArrayList<>(GOOD);
        with.add("  timestamp: " + text);

        assertThat(profile(with).answers().dated()).isEqualTo(dated);
    }

    @Test
    void needsNoAge_whenAnswersAreNeverDated() throws IOException {
        List<String> undated = new ArrayList<>(GOOD.subList(0, 8));
        undated.add("  timestamp: never");

        assertThat(profile(undated).answers())
                .isEqualTo(new AnswerPolicy(
                        Signed.ALWAYS,
                        "partner",
                        Set.of(SignatureAlgorithm.RSA_SHA256),
                        Dated.NEVER,
                        Duration.ZERO,
                        Duration.ZERO));
    }

    @Test
    void canAllBeRead_whenTheyShip() throws IOException {
        Path here = Path.of("");
        try (Stream<Path> files = Files.list(here.resolve("security/profiles"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(
                            name -> assertThat(SigningProfile.named(here, name)).isNotNull());
        }
    }

    private SigningProfile profile(List<String> lines) throws IOException {
        Files.createDirectories(home.resolve("security/profiles"));
        Files.write(home.resolve("security/profiles/test.yaml"), lines);
        return SigningProfile.named(home, "test");
    }
}
