package be.zeef.endtoend.city;

import be.zeef.agreement.Agreements;
import be.zeef.security.Cms;
import be.zeef.security.Fingerprint;
import be.zeef.trust.TestPki;
import be.zeef.trust.TestTrust;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Duration;
import java.time.Instant;

/** The two data-protection officers of every agreement of a home, each with a key of their own, and the trust file that names them. */
public final class Dpos {

    private final TestPki pki = TestPki.at(Instant.now());
    private final PrivateKeyEntry board =
            TestPki.selfSigned("board", Instant.now(), Instant.now().plus(Duration.ofDays(900)));
    private final PrivateKeyEntry sender = pki.person("sender");
    private final PrivateKeyEntry recipient = pki.person("recipient");
    private final Path home;

    /** @param trusted where the trust file goes */
    Dpos(Path home, Path trusted) {
        this.home = home;
        TestTrust trust = new TestTrust()
                .issuer(pki.issuer())
                .person("an.peeters", sender)
                .person("jo.maes", recipient);
        agreements().ids().forEach(id -> trust.approved(id, "an.peeters", "jo.maes"));
        trust.write(trusted, board);
    }

    /** Of whoever signed the trust file. */
    String fingerprint() {
        return Fingerprint.of(TestPki.certificate(board)).hex();
    }

    private Agreements agreements() {
        return new Agreements(home.resolve("mappings"));
    }

    /** Both approve what lies in the home now. */
    public void approve(String id) throws Exception {
        Agreements all = agreements();
        sign(id, all.manifest(all.load(id)).text());
    }

    /** Both sign this. */
    public void sign(String id, String content) throws Exception {
        sign(id, "sender", sender, content);
        sign(id, "recipient", recipient, content);
    }

    private void sign(String id, String side, PrivateKeyEntry key, String content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream signing = Cms.signing(key, out, true)) {
            signing.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(home.resolve("mappings/agreements").resolve(id + "." + side + ".p7s"), out.toByteArray());
    }
}
