package be.zeef.security;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key of the installation's own that no partner ever sees, in a store of its own beside the other key stores and opened by the same
 * password. It is made on first use, for ten years. Thread-safe.
 */
public final class OwnKey {

    /** What keys there are, each with what it is for. */
    private enum Use {
        PROOF("proof", "EC", "SHA256withECDSA", "zeef prove"),
        LEDGER("ledger", "Ed25519", "Ed25519", "zeef ledger seal");

        private final String alias;
        private final String algorithm;
        private final String signature;
        private final String command;

        Use(String alias, String algorithm, String signature, String command) {
            this.alias = alias;
            this.algorithm = algorithm;
            this.signature = signature;
            this.command = command;
        }
    }

    private static final String EC = "EC";
    private static final String CURVE = "secp256r1";
    private static final Duration LIFE = Duration.ofDays(3652);
    private static final int SERIAL_BITS = 120;

    private final Use use;
    private final Path file;
    private final Keys keys;
    private final AtomicReference<PrivateKeyEntry> read = new AtomicReference<>();

    private OwnKey(Use use, Keys keys) {
        this.use = use;
        this.keys = keys;
        this.file = keys.folder().resolve(use.alias + ".p12");
    }

    /** Signs proofs, on the curve P-256, in {@code proof.p12}. */
    public static OwnKey ofProofs(Keys keys) {
        return new OwnKey(Use.PROOF, keys);
    }

    /** Signs the ledger's checkpoints, as Ed25519 (RFC 8032), in {@code ledger.p12}. */
    public static OwnKey ofLedger(Keys keys) {
        return new OwnKey(Use.LEDGER, keys);
    }

    /** Whether it has been made. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The key with its certificate; made where there is none. */
    public synchronized PrivateKeyEntry identity(Clock clock) {
        if (!exists()) {
            make(clock.instant());
        }
        return stored();
    }

    /** @throws KeyException when there is none */
    public X509Certificate certificate() {
        return (X509Certificate) stored().getCertificate();
    }

    /** Opening a store costs a deliberate tenth of a second, so it is read once. */
    private PrivateKeyEntry stored() {
        return read.updateAndGet(known -> known == null ? load() : known);
    }

    private PrivateKeyEntry load() {
        try {
            char[] password = keys.password();
            KeyStore store = KeyStoreFile.load(file, password);
            if (store.getEntry(use.alias, new PasswordProtection(password)) instanceof PrivateKeyEntry entry) {
                return entry;
            }
            throw new KeyException(
                    "There is no key in " + file + ". Remove the file and run " + use.command + ", which makes one.");
        } catch (GeneralSecurityException e) {
            throw new KeyException("The key of " + use.command + " cannot be read.", e);
        }
    }

    private void make(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(use.algorithm);
            if (use.algorithm.equals(EC)) {
                generator.initialize(new ECGenParameterSpec(CURVE));
            }
            KeyPair pair = generator.generateKeyPair();
            char[] password = keys.password();
            KeyStore store = KeyStoreFile.load(file, password);
            store.setKeyEntry(use.alias, pair.getPrivate(), password, new Certificate[] {certificate(pair, now)});
            KeyStoreFile.store(store, file, password);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new KeyException("A key for " + use.command + " cannot be made.", e);
        }
    }

    private X509Certificate certificate(KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X500Name name = new X500Name("CN=" + use.command);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now),
                Date.from(now.plus(LIFE)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(use.signature).build(pair.getPrivate())));
    }
}
