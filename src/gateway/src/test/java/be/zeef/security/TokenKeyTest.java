package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person's key on a PKCS#11 token: it signs there, and nothing of the token is registered with the rest of the process. */
class TokenKeyTest {

    private static final Someone DIRK = Someone.with("dirk", Someone.rsa(2048));

    private static Path token;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(SoftToken.missing().isEmpty(), () -> SoftToken.missing().orElseThrow());
        token = SoftToken.holding(Someone.AN, DIRK);
    }

    private static PersonKey key(String pin, Optional<String> alias) {
        return PersonKey.onToken(token, pin.toCharArray(), alias);
    }

    @Test
    void signsOnTheToken_withEitherKindOfKey() throws Exception {
        byte[] content = {1, 2, 3};
        for (Someone someone : new Someone[] {Someone.AN, DIRK}) {
            try (PersonKey key = key(SoftToken.PIN, Optional.of(someone.name()))) {
                assertThat(PersonSignature.verified(content, key.sign(content))).isEqualTo(someone.certificate());
            }
        }
        assertThat(Security.getProviders())
                .noneMatch(provider -> provider.getName().contains("soft"));
    }

    /** As approvals and trust files are: read by who reads those. */
    @Test
    void signsWithTheContentInside() throws Exception {
        byte[] content = {1, 2, 3};
        for (Someone someone : new Someone[] {Someone.AN, DIRK}) {
            try (PersonKey key = key(SoftToken.PIN, Optional.of(someone.name()))) {
                byte[][] read = new byte[1][];
                Cms.verified(
                        key.signInside(content),
                        someone.certificate(),
                        Clock.systemUTC(),
                        in -> read[0] = in.readAllBytes());
                assertThat(read[0]).isEqualTo(content);
            }
        }
    }

    @Test
    void asksWhichKey_whereThereAreSeveral() {
        assertThatThrownBy(() -> key(SoftToken.PIN, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("an, ");
    }

    @Test
    void saysThatThePinMayBeWrong_evenAfterSomebodyGaveTheRightOne() {
        key(SoftToken.PIN, Optional.of("an")).close();
        assertThatThrownBy(() -> key("0000", Optional.of("an")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("the PIN is wrong");
    }
}
