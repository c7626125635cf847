package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One form of signature is taken, over exactly this content; everything else is refused in the same way. */
class PersonSignatureTest {

    private static final byte[] CONTENT = "zeef 1: release\n".getBytes(StandardCharsets.US_ASCII);

    static Stream<KeyPair> keys() {
        return Stream.of(Someone.curve(), Someone.curve("secp384r1"), Someone.curve("secp521r1"), Someone.rsa(2048));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isVerified_withEveryKindOfKey(KeyPair key) throws Exception {
        Someone someone = Someone.with("an", key);
        assertThat(PersonSignature.verified(CONTENT, someone.sign(CONTENT))).isEqualTo(someone.certificate());
    }

    private static void refused(byte[] content, byte[] signature) {
        assertThatThrownBy(() -> PersonSignature.verified(content, signature))
                .isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void isRefused_overAnotherContent_andInEveryByteThatIsChangedOrCut() {
        byte[] signature = Someone.AN.sign(CONTENT);
        refused("zeef 1: release!\n".getBytes(StandardCharsets.US_ASCII), signature);
        refused(new byte[0], signature);
        for (int cut = 0; cut < signature.length; cut += 7) {
            refused(CONTENT, Arrays.copyOf(signature, cut));
        }
    }

    @Test
    void isRefused_withAnythingAfterIt() {
        byte[] signature = Someone.AN.sign(CONTENT);
        refused(CONTENT, Arrays.copyOf(signature, signature.length + 1));
    }

    @Test
    void isRefused_underTheCertificateOfAnotherKey() throws Exception {
        // the same name and number would be needed too; here the certificate alone is exchanged
        Someone other = Someone.AN.alsoAs("an");
        CMSSignedDataGenerator generator = generator("SHA256withECDSA", Someone.AN, false);
        generator.addCertificates(new JcaCertStore(List.of(other.certificate())));
        refused(CONTENT, encoded(generator, false));
    }

    @Test
    void isRefused_withTheContentInside_orOfTwoSigners_orWithoutSignedAttributes_orWithSha1() throws Exception {
        refused(CONTENT, encoded(with(generator("SHA256withECDSA", Someone.AN, false), Someone.AN), true));

        CMSSignedDataGenerator two = with(generator("SHA256withECDSA", Someone.AN, false), Someone.AN);
        two.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(
                        new JcaContentSignerBuilder("SHA256withECDSA")
                                .build(Someone.BERT.pair().getPrivate()),
                        Someone.BERT.certificate()));
        refused(CONTENT, encoded(two, false));

        refused(CONTENT, encoded(with(generator("SHA256withECDSA", Someone.AN, true), Someone.AN), false));
        refused(CONTENT, encoded(with(generator("SHA1withECDSA", Someone.AN, false), Someone.AN), false));

        assertThat(PersonSignature.verified(
                        CONTENT, encoded(with(generator("SHA256withECDSA", Someone.AN, false), Someone.AN), false)))
                .as("so these refusals are for what they say")
                .isEqualTo(Someone.AN.certificate());
    }

    private static CMSSignedDataGenerator generator(String algorithm, Someone someone, boolean direct)
            throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setDirectSignature(direct)
                        .build(
                                new JcaContentSignerBuilder(algorithm)
                                        .build(someone.pair().getPrivate()),
                                someone.certificate()));
        return generator;
    }

    private static CMSSignedDataGenerator with(CMSSignedDataGenerator generator, Someone someone) throws Exception {
        generator.addCertificates(new JcaCertStore(List.of(someone.certificate())));
        return generator;
    }

    private static byte[] encoded(CMSSignedDataGenerator generator, boolean inside) throws Exception {
        return generator.generate(new CMSProcessableByteArray(CONTENT), inside).getEncoded("DER");
    }
}
