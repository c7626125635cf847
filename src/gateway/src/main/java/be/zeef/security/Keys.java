package be.zeef.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.KeyStoreException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's keys, in one folder readable by its owner only:
 *
 * <ul>
 *   <li>{@code zeef.p12}: the gateway's private keys with their certificates, under the aliases {@value #MAGDA},
 *       {@value #KSZ}, {@value #DELIVERY}, {@value #RECEIVING}, {@value #SFTP} and {@value #COUNTER};
 *   <li>{@code trust.p12}: the partners' certificates, under {@code magda} and {@code ksz} (issuers of their
 *       servers) and, where the machine's own trust is too wide, {@code uitpas} (the same), the recipients' names (whom
 *       deliveries are encrypted to and receipts are signed by), those that signing profiles name as signers of answers,
 *       {@code groeipakket} (whom VUTG's files are signed by),
 *       and for the counter under {@value #CALLERS} (issuer of its callers) and {@value #OIDC} (issuer of the OpenID
 *       provider's server);
 *   <li>{@code secrets.p12}: the vault key and a pseudonym key per agreement, made here on first use;
 *   <li>{@code password}: what opens them, made on first use; the environment variable {@code ZEEF_KEYSTORE_PASSWORD}
 *       takes precedence, and then no such file is needed;
 *   <li>{@code known_hosts}: the SFTP partners' host keys; {@code passwords.properties}: the partners' passwords.
 * </ul>
 */
public final class Keys {

    /** Alias of the key that signs MAGDA's messages and identifies the TLS client. */
    public static final String MAGDA = "magda";
    /** Alias of the key that signs messages to the KSZ and identifies the TLS client there. */
    public static final String KSZ = "ksz";
    /** Alias of the key that signs deliveries. */
    public static final String DELIVERY = "delivery";
    /** Alias of the key that opens what partners encrypt to us. */
    public static final String RECEIVING = "receiving";
    /** Alias of the key pair that opens SFTP sessions. */
    public static final String SFTP = "sftp";

    /** Alias, unless the settings name another, of the key that the counter's callers see. */
    public static final String COUNTER = "counter";
    /** Alias of the certificate that issues the certificates of the counter's callers. */
    public static final String CALLERS = "counter-callers";
    /** Alias of the certificate behind the OpenID issuer's server; without it, what the machine trusts. */
    public static final String OIDC = "oidc";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final char[] password;
    private final boolean sandbox;
    private final Map<String, SecretKey> secrets = new ConcurrentHashMap<>();
    private final AtomicReference<Set<PublicKey>> publicKeys = new AtomicReference<>(Set.of());

    private Keys(Path folder, char[] password, boolean sandbox) {
        this.folder = folder;
        this.password = password;
        this.sandbox = sandbox;
    }

    /** The keys in this folder; the folder and its password are made when they do not exist. */
    public static Keys in(Path folder) {
        return in(folder, false);
    }

    /** @param sandbox whether the sandbox makes what is missing here; otherwise a person must get it */
    public static Keys in(Path folder, boolean sandbox) {
        try {
            PrivateFiles.folder(folder);
            String set = System.getenv("ZEEF_KEYSTORE_PASSWORD");
            return new Keys(folder, set == null ? passwordIn(folder.resolve("password")) : set.toCharArray(), sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** The password of all three stores. Handed to libraries that open a store themselves; never logged. */
    public char[] password() {
        return password.clone();
    }

    /** The gateway's private key and certificate chain of this alias. */
    public PrivateKeyEntry identity(String alias) {
        try {
            KeyStore store = KeyStoreFile.load(folder.resolve("zeef.p12"), password);
            if (store.getEntry(alias, new PasswordProtection(password)) instanceof PrivateKeyEntry entry) {
                return entry;
            }
            throw new KeyException(
                    "There is no key '" + alias + "' in " + folder.resolve("zeef.p12") + ". " + remedy(alias));
        } catch (GeneralSecurityException e) {
            throw new KeyException("The key '" + alias + "' cannot be read.", e);
        }
    }

    /** Whether there is a private key of this alias. */
    public boolean has(String alias) {
        try {
            return identities().isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The key '" + alias + "' cannot be looked for.", e);
        }
    }

    /** The certificate of this partner. */
    public X509Certificate partner(String alias) {
        try {
            if (trust().getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new KeyException(
                    "There is no certificate '" + alias + "' in " + folder.resolve("trust.p12") + ". " + remedy(alias));
        } catch (GeneralSecurityException e) {
            throw new KeyException("The certificate '" + alias + "' cannot be read.", e);
        }
    }

    private String remedy(String alias) {
        if (sandbox) {
            return "Start the sandbox, which makes it: zeef sandbox";
        }
        String page =
                switch (alias) {
                    case MAGDA -> "connect-to-magda";
                    case COUNTER, CALLERS, OIDC -> "configuration";
                    default -> "renew-a-certificate";
                };
        return "Put it there under that alias: docs/" + page
                + ".md tells how to get it, docs/renew-a-certificate.md how to" + " replace it.";
    }

    /** Whether there is a certificate of this partner. */
    public boolean knows(String alias) {
        try {
            return trust().containsAlias(alias);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The certificates of the partners cannot be read.", e);
        }
    }

    /** All partners' certificates. */
    public KeyStore trust() {
        return KeyStoreFile.load(folder.resolve("trust.p12"), password);
    }

    /** All of the gateway's own private keys. */
    public KeyStore identities() {
        return KeyStoreFile.load(folder.resolve("zeef.p12"), password);
    }

    /** The public halves of all of the gateway's own keys: none of them is a person's. Read once, as secrets are. */
    public Set<PublicKey> publicKeys() {
        return publicKeys.updateAndGet(read -> read.isEmpty() ? readPublicKeys() : read);
    }

    private Set<PublicKey> readPublicKeys() {
        try {
            KeyStore store = identities();
            Set<PublicKey> all = new HashSet<>();
            for (String alias : Collections.list(store.aliases())) {
                all.add(store.getCertificate(alias).getPublicKey());
            }
            return Set.copyOf(all);
        } catch (KeyStoreException e) {
            throw new KeyException("The gateway's own certificates cannot be read.", e);
        }
    }

    /** The key that encrypts INSZ at rest (AES-256). */
    public SecretKey vault() {
        return secret("vault", "AES");
    }

    /** The key of this agreement's pseudonyms (HMAC-SHA-256). */
    public SecretKey pseudonym(String agreement) {
        return secret("pseudonym-" + agreement, "HmacSHA256");
    }

    /** Opening a store costs a deliberate tenth of a second, so a secret is read once. */
    private SecretKey secret(String alias, String algorithm) {
        return secrets.computeIfAbsent(alias, name -> readSecret(name, algorithm));
    }

    private synchronized SecretKey readSecret(String alias, String algorithm) {
        try {
            Path file = folder.resolve("secrets.p12");
            KeyStore store = KeyStoreFile.load(file, password);
            if (!store.containsAlias(alias)) {
                byte[] fresh = new byte[32];
                RANDOM.nextBytes(fresh);
                // PKCS#12 keeps only the algorithm names it knows; the real one is put back on reading
                store.setEntry(
                        alias,
                        new KeyStore.SecretKeyEntry(new SecretKeySpec(fresh, "AES")),
                        new PasswordProtection(password));
                KeyStoreFile.store(store, file, password);
            }
            return new SecretKeySpec(store.getKey(alias, password).getEncoded(), algorithm);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The secret '" + alias + "' cannot be read.", e);
        }
    }

    private static char[] passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[24];
            RANDOM.nextBytes(fresh);
            PrivateFiles.writeString(
                    file, Base64.getUrlEncoder().withoutPadding().encodeToString(fresh));
        }
        return Files.readString(file).strip().toCharArray();
    }
}
