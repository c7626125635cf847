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
 * The installation's own key that signs proofs, on the curve P-256, in {@code proof.p12} beside the other key stores and opened by the same
 * password. It is made on first use, for ten years, and no partner ever sees it. Thread-safe.
 */
public final class ProofKey {

    private static final String ALIAS = "proof";
    private static final String CURVE = "secp256r1";
    private static final X500Name NAME = new X500Name("CN=zeef prove");
    private static final Duration LIFE = Duration.ofDays(3652);
    private static final int SERIAL_BITS = 120;

    private final Path file;
    private final Keys keys;
    private final AtomicReference<PrivateKeyEntry> read = new AtomicReference<>();

    public ProofKey(Keys keys) {
        this.keys = keys;
        this.file = keys.folder().resolve(ALIAS + ".p12");
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
            if (store.getEntry(ALIAS, new PasswordProtection(password)) instanceof PrivateKeyEntry entry) {
                return entry;
            }
            throw new KeyException(
                    "There is no key in " + file + ". Remove the file and run zeef prove, which makes one.");
        } catch (GeneralSecurityException e) {
            throw new KeyException("The key that signs proofs cannot be read.", e);
        }
    }

    private void make(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            char[] password = keys.password();
            KeyStore store = KeyStoreFile.load(file, password);
            store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate(pair, now)});
            KeyStoreFile.store(store, file, password);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new KeyException("A key that signs proofs cannot be made.", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now),
                Date.from(now.plus(LIFE)),
                NAME,
                pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
