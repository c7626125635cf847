package be.zeef.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.Provider;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encrypted messages, made by another hand than the one that opens them. */
class CmsEnvelopedTest {

    private static final Provider BC = new BouncyCastleProvider();
    private static final byte[] CONTENT = "a;b;c".getBytes(UTF_8);

    private static CmsParty own;
    private static CmsParty other;

    @BeforeAll
    static void keys() throws Exception {
        own = CmsParty.rsa(2048);
        other = CmsParty.rsa(2048);
    }

    private static RecipientInfoGenerator oaep(CmsParty to, String digest, String mask, byte[] label) throws Exception {
        OAEPParameterSpec spec =
                new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), new PSource.PSpecified(label));
        return new JceKeyTransRecipientInfoGenerator(
                        to.certificate(),
                        new JcaAlgorithmParametersConverter()
                                .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, spec))
                .setProvider(BC);
    }

    private static RecipientInfoGenerator good(CmsParty to) throws Exception {
        return oaep(to, "SHA-256", "SHA-256", new byte[0]);
    }

    private static byte[] authenticated(ASN1ObjectIdentifier cipher, RecipientInfoGenerator... to) throws Exception {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        Arrays.stream(to).forEach(generator::addRecipientInfoGenerator);
        return generator
                .generate(new CMSProcessableByteArray(CONTENT), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(cipher)
                                .setProvider(BC)
                                .build())
                .getEncoded();
    }

    private static void refused(byte[] message, CmsFault fault) {
        assertThatThrownBy(() -> Cms.decrypted(message, own.entry()))
                .isInstanceOfSatisfying(DecryptionRefusedException.class, e -> assertThat(e.fault())
                        .isEqualTo(fault));
    }

    @ParameterizedTest
    @CsvSource({"SHA-256,SHA-256", "SHA-384,SHA-384", "SHA-512,SHA-256"})
    void shouldBeOpened_whenWellEncrypted(String digest, String mask) throws Exception {
        RecipientInfoGenerator to = oaep(own, digest, mask, new byte[0]);

        assertThat(Cms.decrypted(authenticated(CMSAlgorithm.AES256_GCM, to), own.entry()))
                .isEqualTo(CONTENT);
        assertThat(Cms.decrypted(authenticated(CMSAlgorithm.AES128_GCM, good(own), good(other)), own.entry()))
                .isEqualTo(CONTENT);
    }

    @Test
    void shouldBeOpened_whenStreamedByUs() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encrypting = Cms.encrypting(own.certificate(), out)) {
            encrypting.write(CONTENT);
        }

        assertThat(Cms.decrypted(out.toByteArray(), own.entry())).isEqualTo(CONTENT);
    }

    @Test
    void shouldBeRefused_whenTheCipherNoticesNoAlterationOrIsNotGcm() throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(good(own));
        byte[] cbc = generator
                .generate(
                        new CMSProcessableByteArray(CONTENT),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(BC)
                                .build())
                .getEncoded();

        refused(cbc, CmsFault.CIPHER);
        refused(authenticated(CMSAlgorithm.AES256_CCM, good(own)), CmsFault.CIPHER);
    }

    @ParameterizedTest
    @CsvSource({"SHA-1,SHA-1", "SHA-256,SHA-1", "SHA-1,SHA-256", "MD5,MD5"})
    void shouldBeRefused_whenOaepIsOfAWeakDigest(String digest, String mask) throws Exception {
        refused(authenticated(CMSAlgorithm.AES256_GCM, oaep(own, digest, mask, new byte[0])), CmsFault.KEY_TRANSPORT);
    }

    @Test
    void shouldBeRefused_whenTheKeyIsNotUnderOaepOrUnderALabel() throws Exception {
        RecipientInfoGenerator old = new JceKeyTransRecipientInfoGenerator(own.certificate()).setProvider(BC);

        refused(authenticated(CMSAlgorithm.AES256_GCM, old), CmsFault.KEY_TRANSPORT);
        refused(
                authenticated(CMSAlgorithm.AES256_GCM, oaep(own, "SHA-256", "SHA-256", new byte[] {1})),
                CmsFault.KEY_TRANSPORT);
    }

    @Test
    void shouldBeRefused_whenItIsForAnotherOrNoSuchMessage() throws Exception {
        refused(authenticated(CMSAlgorithm.AES256_GCM, good(other)), CmsFault.ANOTHER);
        refused("a;b;c".getBytes(UTF_8), CmsFault.NOT_ENCRYPTED);
        refused(new byte[0], CmsFault.NOT_ENCRYPTED);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (OutputStream signing = Cms.signing(own.entry(), signed, true)) {
            signing.write(CONTENT);
        }
        refused(signed.toByteArray(), CmsFault.NOT_ENCRYPTED);
    }

    @Test
    void shouldBeRefused_whenAnythingFollowsIt() throws Exception {
        byte[] message = authenticated(CMSAlgorithm.AES256_GCM, good(own));

        refused(Arrays.copyOf(message, message.length + 1), CmsFault.TRAILING);
        refused(Arrays.copyOf(message, message.length + 4), CmsFault.TRAILING);
    }

    @Test
    void shouldBeRefused_whenTheLastByteIsAnother() throws Exception {
        byte[] message = authenticated(CMSAlgorithm.AES256_GCM, good(own));
        message[message.length - 9]++;

        refused(message, CmsFault.ALTERED);
    }

    /** Whatever is sent, there is one kind of exception, and the content comes as it was encrypted or not at all. */
    @Test
    void shouldBeOpenedAsItWasOrRefused_whateverByteIsChangedOrMissing() throws Exception {
        byte[] good = authenticated(CMSAlgorithm.AES256_GCM, good(own));
        Random random = new Random(20260716);
        for (int i = 0; i < 500; i++) {
            byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Cms.decrypted(bad, own.entry())).isEqualTo(CONTENT);
            } catch (DecryptionRefusedException e) {
                assertThat(e.fault()).isNotNull();
            }
        }
    }
}
