package be.zeef.cli;

import be.zeef.agreement.Agreements;
import be.zeef.security.Cms;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.Keys;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/** The two data-protection officers of each agreement of a home, who sign with two keys that the gateway's folder has ready. */
final class Dpos {

    private final Path home;
    private final Keys keys;

    Dpos(Path home, Keys keys) {
        this.home = home;
        this.keys = keys;
    }

    /** Both approve what lies in the home now. */
    void approve(String id) throws Exception {
        Agreements all = new Agreements(home.resolve("mappings"));
        sign(id, all.manifest(all.load(id)).text());
    }

    /** Both sign this. */
    void sign(String id, String content) throws Exception {
        sign(id, "sender", Keys.DELIVERY, content);
        sign(id, "recipient", Keys.RECEIVING, content);
    }

    private void sign(String id, String side, String alias, String content) throws Exception {
        KeyStore trust = keys.trust();
        trust.setCertificateEntry("dpo-" + side + "-" + id, keys.identity(alias).getCertificate());
        KeyStoreFile.store(trust, keys.folder().resolve("trust.p12"), keys.password());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream signing = Cms.signing(keys.identity(alias), out, true)) {
            signing.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(home.resolve("mappings/agreements").resolve(id + "." + side + ".p7s"), out.toByteArray());
    }
}
