package be.zeef.app.stamp;

import be.zeef.ledger.stamp.StampEvidence;
import be.zeef.ledger.stamp.Stamper;
import be.zeef.route.stamp.HttpStamper;
import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.security.stamp.StampTrust;
import be.zeef.settings.LedgerSettings;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who stamps the ledger's checkpoints for this installation, and whose stamps it believes. */
public final class LedgerStamps {

    /** Signers of stamps, or their issuers, in {@code trust.p12}: the present one, and those of before. */
    private static final Pattern SIGNERS = Pattern.compile("stamp(-\\d+)?");
    /** Issuer of the authority's server; without it, what the machine trusts. */
    private static final String SERVER = "stamp-server";

    private static final Pattern URL = Pattern.compile("https?://[^/?#@\\s]+\\S*");

    private LedgerStamps() {}

    /** Empty where the settings name none. */
    public static Optional<Stamper> stamper(Settings settings, Keys keys, Clock clock) {
        LedgerSettings.Stamp stamp = settings.ledger().stamp();
        if (stamp.url().isBlank()) {
            return Optional.empty();
        }
        if (!URL.matcher(stamp.url()).matches()) {
            throw new SettingsException(
                    "ledger.stamp.url is no address. Write it with http:// or https://, as the authority gives it.");
        }
        return Optional.of(new HttpStamper(
                URI.create(stamp.url()), trust(keys, stamp.policy()), tls(keys), stamp.within(), clock));
    }

    /** Makes nothing: where no certificate is known, no stamp is believed. */
    public static StampEvidence evidence(Settings settings) {
        if (!Files.isDirectory(settings.keys())) {
            return new StampEvidence(Optional.empty());
        }
        List<X509Certificate> signers = signers(Keys.in(settings.keys()));
        // of any policy: those that were taken under an earlier one count as well
        return new StampEvidence(signers.isEmpty() ? Optional.empty() : Optional.of(new StampTrust(signers, "")));
    }

    private static StampTrust trust(Keys keys, String policy) {
        return new StampTrust(signers(keys), policy);
    }

    private static List<X509Certificate> signers(Keys keys) {
        try {
            KeyStore trust = keys.trust();
            List<X509Certificate> all = new ArrayList<>();
            for (String alias : Collections.list(trust.aliases())) {
                if (SIGNERS.matcher(alias).matches()
                        && trust.getCertificate(alias) instanceof X509Certificate certificate) {
                    all.add(certificate);
                }
            }
            return all;
        } catch (GeneralSecurityException e) {
            throw new KeyException("The certificates of the time-stamping authority cannot be read.", e);
        }
    }

    private static Optional<SSLContext> tls(Keys keys) {
        if (!keys.knows(SERVER)) {
            return Optional.empty();
        }
        try {
            KeyStore issuer = KeyStore.getInstance("PKCS12");
            issuer.load(null, null);
            issuer.setCertificateEntry(SERVER, keys.partner(SERVER));
            TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(issuer);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trusted.getTrustManagers(), null);
            return Optional.of(tls);
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException("The certificate '" + SERVER + "' cannot be used for TLS.", e);
        }
    }
}
