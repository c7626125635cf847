package be.zeef.route.stamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.zeef.ledger.stamp.StampException;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.SecureServers;
import be.zeef.sandbox.stamp.StampMisbehaviour;
import be.zeef.sandbox.stamp.StampOffice;
import be.zeef.security.Keys;
import be.zeef.security.stamp.StampRefusedException;
import be.zeef.security.stamp.StampTrust;
import be.zeef.subject.Today;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an authority says, over real HTTP, is believed when it is right, and never when one thing in it is wrong. */
class HttpStamperTest {

    private static final byte[] CONTENT = "a checkpoint".getBytes(UTF_8);
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private SandboxKeys keys;
    private X509Certificate issuer;
    private StampOffice office;

    @BeforeEach
    void start() throws Exception {
        ReadyKeys.copy(folder.resolve("gateway"), folder.resolve("far"));
        keys = SandboxKeys.in(folder.resolve("far"), Keys.in(folder.resolve("gateway")));
        issuer = keys.certificate("ca");
        office = StampOffice.start(0, ca(), issuer);
    }

    @AfterEach
    void stop() {
        office.close();
    }

    private KeyPair ca() {
        PrivateKeyEntry entry = keys.entry("ca");
        return new KeyPair(entry.getCertificate().getPublicKey(), entry.getPrivateKey());
    }

    private StampTrust trust(String policy) {
        return new StampTrust(List.of(keys.certificate("ivago"), issuer), policy);
    }

    private HttpStamper stamper(String url, String policy, Duration within) {
        return new HttpStamper(URI.create(url), trust(policy), Optional.empty(), within, Today.wallClock());
    }

    private byte[] stamp() throws Exception {
        return stamper(office.url(), "", WITHIN).stamp(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({"''", StampOffice.POLICY})
    void shouldBelieveIt_andTellItsTime(String policy) throws Exception {
        Instant before = Today.wallClock().instant();
        byte[] token = stamper(office.url(), policy, WITHIN).stamp(CONTENT);
        assertThat(trust(policy).verify(token, CONTENT))
                .isBetween(before.minusSeconds(2), Today.wallClock().instant().plusSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_NONCE, NONCE",
        "NO_NONCE, NONCE",
        "WRONG_IMPRINT, IMPRINT",
        "OTHER_SIGNER, SIGNER",
        "BROKEN_SIGNATURE, SIGNER",
        "EXPIRED, EXPIRED",
        "NO_USAGE, USAGE",
        "WIDE_USAGE, USAGE",
        "FUTURE, FUTURE",
        "REFUSED, REFUSED",
        "GARBAGE, GARBAGE",
        "EMPTY, GARBAGE",
        "WRONG_TYPE, GARBAGE",
        "HTTP_500, HTTP 500",
        "REDIRECT, HTTP 307"
    })
    void shouldNotBelieveIt_whenSomethingIsWrong(StampMisbehaviour wrong, String reason) throws Exception {
        office.misbehave(wrong, 1);
        assertThatThrownBy(this::stamp).isInstanceOf(StampException.class).hasMessage("no time-stamp: " + reason);
        assertThat(trust("").verify(stamp(), CONTENT)).isNotNull();
        assertThat(office.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"HUGE", "SLOW"})
    void shouldBeLeft_whenItDoesNotEnd(StampMisbehaviour wrong) {
        office.misbehave(wrong, 1);
        assertTimeoutPreemptively(WITHIN, () -> assertThatThrownBy(
                        () -> stamper(office.url(), "", SHORT).stamp(CONTENT))
                .isInstanceOf(IOException.class));
    }

    @Test
    void shouldTell_whenNobodyIsThere() {
        String url = office.url();
        office.close();
        assertThatThrownBy(() -> stamper(url, "", WITHIN).stamp(CONTENT)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldNotBelieveIt_underAnotherPolicy() {
        assertThatThrownBy(() -> stamper(office.url(), "1.2.3.4", WITHIN).stamp(CONTENT))
                .hasMessage("no time-stamp: REFUSED");
        office.misbehave(StampMisbehaviour.OTHER_POLICY, 1);
        assertThatThrownBy(
                        () -> stamper(office.url(), StampOffice.POLICY, WITHIN).stamp(CONTENT))
                .hasMessage("no time-stamp: POLICY");
    }

    @Test
    void shouldNotBelieveWhatWasKept_whenItIsOfOtherContentOrAnybodyElse() throws Exception {
        byte[] token = stamp();
        refused(trust(""), token, "another".getBytes(UTF_8), StampRefusedException.Reason.IMPRINT);
        refused(trust("1.2.3.4"), token, CONTENT, StampRefusedException.Reason.POLICY);
        refused(
                new StampTrust(List.of(keys.certificate("ivago")), ""),
                token,
                CONTENT,
                StampRefusedException.Reason.SIGNER);
        refused(new StampTrust(List.of(), ""), token, CONTENT, StampRefusedException.Reason.SIGNER);
        refused(trust(""), new byte[0], CONTENT, StampRefusedException.Reason.GARBAGE);
    }

    /** Every byte counts but those that nothing says: then it verifies as the same. */
    @Test
    void shouldNeverTellAnotherTime_whicheverByteIsChanged() throws Exception {
        byte[] token = stamp();
        Instant at = trust("").verify(token, CONTENT);
        int refused = 0;
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            try {
                assertThat(trust("").verify(changed, CONTENT)).isEqualTo(at);
            } catch (StampRefusedException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(token.length / 2);
    }

    private static void refused(StampTrust trust, byte[] token, byte[] content, StampRefusedException.Reason reason) {
        assertThatThrownBy(() -> trust.verify(token, content))
                .isInstanceOfSatisfying(StampRefusedException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }

    @Test
    void shouldSpeakHttps_toAServerThatIsTrustedOnly() throws Exception {
        try (StampOffice secure =
                StampOffice.start(SecureServers.make(0, keys, "uitpas-server", false), ca(), issuer)) {
            String url = "https://127.0.0.1:" + secure.port();
            TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(keys.store());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trusted.getTrustManagers(), null);
            HttpStamper known =
                    new HttpStamper(URI.create(url), trust(""), Optional.of(tls), WITHIN, Today.wallClock());
            assertThat(trust("").verify(known.stamp(CONTENT), CONTENT)).isNotNull();
            assertThatThrownBy(() -> stamper(url, "", WITHIN).stamp(CONTENT)).isInstanceOf(IOException.class);
        }
    }
}
