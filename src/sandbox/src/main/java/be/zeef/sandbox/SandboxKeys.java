package be.zeef.sandbox;

import be.zeef.security.KeyException;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.Keys;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The far ends' own keys, made on first use, and the gateway's first keys, made by the same issuer, so that a newcomer
 * has nothing to fetch. What the gateway has already is left as it is.
 */
public final class SandboxKeys {

    /** Who asks at the counter in the sandbox: common name of its certificate, and its OpenID client. */
    public static final String DEMO_CALLER = "demo-counter";

    private static final List<String> RECIPIENTS = List.of("ivago", "education", "childcare", "holidays");
    /** Partners whose servers are known by their issuer. */
    private static final List<String> ISSUED = List.of("magda", "ksz", "uitpas", "stamp", Keys.CALLERS, Keys.OIDC);
    /** Partners whose own certificate is pinned. */
    private static final List<String> PINNED = Stream.concat(
                    RECIPIENTS.stream(), Stream.of("magda-signing", "ksz-signing", "groeipakket"))
            .toList();

    private static final List<String> FAR_ENDS = Stream.concat(
                    Stream.of(
                            "magda-server",
                            "magda-signing",
                            "ksz-signing",
                            "uitpas-server",
                            DEMO_CALLER,
                            "oidc",
                            "groeipakket",
                            "groeipakket-host",
                            "bank-host",
                            "witness-host"),
                    RECIPIENTS.stream().flatMap(recipient -> Stream.of(recipient, recipient + "-host")))
            .toList();

    private final KeyStore own;
    private final char[] password;

    private SandboxKeys(KeyStore own, char[] password) {
        this.own = own;
        this.password = password;
    }

    /** The keys in this folder, made when they are not there, and the gateway provided for. */
    public static SandboxKeys in(Path folder, Keys gateway) {
        try {
            PrivateFiles.folder(folder);
            Keys passwords = Keys.in(folder);
            Path file = folder.resolve("sandbox.p12");
            char[] password = passwords.password();
            KeyStore own = KeyStoreFile.load(file, password);
            if (make(own, password)) {
                KeyStoreFile.store(own, file, password);
            }
            SandboxKeys keys = new SandboxKeys(own, password);
            keys.provide(gateway);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The sandbox cannot make its keys.", e);
        }
    }

    /** Makes what is missing, so that a sandbox of before knows the far ends that came later. */
    private static boolean make(KeyStore own, char[] password) throws GeneralSecurityException {
        boolean changed = false;
        if (!own.containsAlias("ca")) {
            KeyPair ca = Certificates.curve();
            own.setKeyEntry("ca", ca.getPrivate(), password, new X509Certificate[] {Certificates.authority(ca)});
            changed = true;
        }
        X509Certificate issuer = (X509Certificate) own.getCertificate("ca");
        for (String alias : FAR_ENDS) {
            if (!own.containsAlias(alias)) {
                KeyPair pair = isHost(alias) ? Certificates.curve() : Certificates.rsa();
                KeyPair ca = pair(own, "ca", password);
                X509Certificate certificate = Certificates.issued(alias, pair.getPublic(), ca, issuer);
                own.setKeyEntry(alias, pair.getPrivate(), password, new X509Certificate[] {certificate, issuer});
                changed = true;
            }
        }
        return changed;
    }

    /** What only shows who an SFTP server is; all else is RSA: the sandbox' misbehaviour also enciphers to a server's key. */
    private static boolean isHost(String alias) {
        return alias.endsWith("-host");
    }

    private void provide(Keys gateway) throws GeneralSecurityException, IOException {
        Path folder = gateway.folder();
        KeyStore identities = gateway.identities();
        boolean changed = false;
        for (String alias : List.of(Keys.MAGDA, Keys.KSZ, Keys.DELIVERY, Keys.RECEIVING, Keys.SFTP, Keys.COUNTER)) {
            if (!identities.containsAlias(alias)) {
                KeyPair pair = alias.equals(Keys.SFTP) ? Certificates.curve() : Certificates.rsa();
                X509Certificate certificate =
                        Certificates.issued("zeef-" + alias, pair.getPublic(), pair("ca"), certificate("ca"));
                identities.setKeyEntry(alias, pair.getPrivate(), gateway.password(), new X509Certificate[] {
                    certificate, certificate("ca")
                });
                changed = true;
            }
        }
        if (changed) {
            KeyStoreFile.store(identities, folder.resolve("zeef.p12"), gateway.password());
        }
        KeyStore trust = gateway.trust();
        int before = trust.size();
        for (String alias : ISSUED) {
            if (!trust.containsAlias(alias)) {
                trust.setCertificateEntry(alias, certificate("ca"));
            }
        }
        for (String alias : PINNED) {
            if (!trust.containsAlias(alias)) {
                trust.setCertificateEntry(alias, certificate(alias));
            }
        }
        if (trust.size() > before) {
            KeyStoreFile.store(trust, folder.resolve("trust.p12"), gateway.password());
        }
        passwords(folder.resolve("passwords.properties"));
    }

    private static boolean knows(KeyStore trust, String alias) {
        try {
            return trust.containsAlias(alias);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The gateway's trusted certificates cannot be read.", e);
        }
    }

    private static void passwords(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                passwords.load(in);
            }
        }
        boolean changed = false;
        for (String name : List.of(
                "database", "magda-files", "ksz-gateway", "ocmw", "uitpas", "oidc-demo-counter", "oidc-clerk-7")) {
            changed |= passwords.putIfAbsent(name, random()) == null;
        }
        if (changed) {
            try (OutputStream out = PrivateFiles.output(file)) {
                passwords.store(out, "made on first use");
            }
        }
    }

    private static String random() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One of the far ends' keys: a server's ({@code magda-server}), a signer's, a recipient's own or its host's. */
    public PrivateKeyEntry entry(String alias) {
        try {
            return (PrivateKeyEntry) own.getEntry(alias, new PasswordProtection(password));
        } catch (GeneralSecurityException e) {
            throw new KeyException("The sandbox key '" + alias + "' cannot be read.", e);
        }
    }

    public X509Certificate certificate(String alias) {
        return (X509Certificate) entry(alias).getCertificate();
    }

    KeyPair pair(String alias) {
        try {
            return pair(own, alias, password);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The sandbox key '" + alias + "' cannot be read.", e);
        }
    }

    private static KeyPair pair(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        PrivateKeyEntry entry = (PrivateKeyEntry) store.getEntry(alias, new PasswordProtection(password));
        return new KeyPair(entry.getCertificate().getPublicKey(), entry.getPrivateKey());
    }

    /** Password of the stores that {@link #store} makes. */
    public char[] password() {
        return password.clone();
    }

    /** A store with this key only, or with the issuer's certificate only when no alias is named. */
    public KeyStore store(String... alias) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            if (alias.length == 0) {
                store.setCertificateEntry("ca", certificate("ca"));
            } else {
                PrivateKeyEntry entry = entry(alias[0]);
                store.setKeyEntry(alias[0], entry.getPrivateKey(), password, entry.getCertificateChain());
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException("The sandbox cannot lay out its keys.", e);
        }
    }
}
