package be.zeef.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed messages, made by another hand than the one that reads them; nothing of a refused one reaches its reader. */
class CmsSignedTest {

    private static final byte[] CONTENT = "<a>1</a>".getBytes(UTF_8);

    private static CmsParty partner;
    private static CmsParty other;

    @BeforeAll
    static void keys() throws Exception {
        partner = CmsParty.rsa(2048);
        other = CmsParty.rsa(2048);
    }

    /** How a message is made; each test changes one thing. */
    private static final class Making {
        private final CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        private String algorithm = "SHA256withRSA";
        private boolean direct;
        private CMSAttributeTableGenerator attributes = new DefaultSignedAttributeTableGenerator();

        Making by(CmsParty signer) throws Exception {
            JcaSignerInfoGeneratorBuilder info =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            info.setDirectSignature(direct);
            info.setSignedAttributeGenerator(attributes);
            generator.addSignerInfoGenerator(info.build(
                    new JcaContentSignerBuilder(algorithm).build(signer.pair().getPrivate()), signer.certificate()));
            return this;
        }

        CMSSignedData message(boolean encapsulated) throws Exception {
            return generator.generate(new CMSProcessableByteArray(CONTENT), encapsulated);
        }
    }

    private static Making making() {
        return new Making();
    }

    private static byte[] good() throws Exception {
        return making().by(partner).message(true).getEncoded();
    }

    /** Attributes without a signing time, or with this one. */
    private static CMSAttributeTableGenerator signedAt(Instant time) {
        return parameters -> {
            AttributeTable usual = new DefaultSignedAttributeTableGenerator().getAttributes(parameters);
            AttributeTable without = usual.remove(CMSAttributes.signingTime);
            return time == null ? without : without.add(CMSAttributes.signingTime, new Time(Date.from(time)));
        };
    }

    private static String read(byte[] message, X509Certificate by) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Cms.verified(message, by, Clock.systemUTC(), in -> in.transferTo(content));
        return content.toString(UTF_8);
    }

    private static void refused(byte[] message, X509Certificate by, CmsFault fault) {
        assertThatThrownBy(() -> Cms.verified(message, by, Clock.systemUTC(), in -> fail("content was shown")))
                .isInstanceOfSatisfying(SignatureRefusedException.class, e -> assertThat(e.fault())
                        .isEqualTo(fault));
    }

    private static void refused(byte[] message, CmsFault fault) {
        refused(message, partner.certificate(), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA"})
    void shouldBeRead_whenWellSigned(String algorithm) throws Exception {
        Making making = making();
        making.algorithm = algorithm;
        CMSSignedData message = making.by(partner).message(true);

        assertThat(read(message.getEncoded(), partner.certificate())).isEqualTo("<a>1</a>");
        assertThat(read(message.getEncoded(ASN1Encoding.DER), partner.certificate()))
                .as("of definite length")
                .isEqualTo("<a>1</a>");
    }

    @Test
    void shouldBeRead_whenStreamedByUs() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream signer = Cms.signing(partner.entry(), out, true)) {
            signer.write(CONTENT);
        }

        assertThat(read(out.toByteArray(), partner.certificate())).isEqualTo("<a>1</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "MD5withRSA", "SHA224withRSA"})
    void shouldBeRefused_whenTheDigestIsWeak(String algorithm) throws Exception {
        Making making = making();
        making.algorithm = algorithm;

        refused(making.by(partner).message(true).getEncoded(), CmsFault.ALGORITHM);
    }

    @Test
    void shouldBeRefused_whenTheKeyIsShort() throws Exception {
        CmsParty small = CmsParty.rsa(1024);
        refused(making().by(small).message(true).getEncoded(), small.certificate(), CmsFault.ALGORITHM);
    }

    /** People's cards sign on elliptic curves. */
    @Test
    void shouldBeRead_whenSignedOnACurveWithSha2_andRefusedWithSha1() throws Exception {
        CmsParty curve = CmsParty.ec();
        Making making = making();
        making.algorithm = "SHA256withECDSA";
        assertThat(read(making.by(curve).message(true).getEncoded(), curve.certificate()))
                .isNotEmpty();

        Making weak = making();
        weak.algorithm = "SHA1withECDSA";
        refused(weak.by(curve).message(true).getEncoded(), curve.certificate(), CmsFault.ALGORITHM);
    }

    @Test
    void shouldBeRefused_whenNobodyOrSeveralSigned() throws Exception {
        refused(making().message(true).getEncoded(), CmsFault.SIGNERS);
        refused(making().by(partner).by(other).message(true).getEncoded(), CmsFault.SIGNERS);
        refused(making().by(other).by(partner).message(true).getEncoded(), CmsFault.SIGNERS);
        refused(making().by(partner).by(partner).message(true).getEncoded(), CmsFault.SIGNERS);
    }

    @Test
    void shouldBeRefused_whenCounterSigned() throws Exception {
        CMSSignedData message = making().by(partner).message(true);
        SignerInformation signer = message.getSignerInfos().iterator().next();
        CMSSignedDataGenerator counter = new CMSSignedDataGenerator();
        counter.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(
                                new JcaContentSignerBuilder("SHA256withRSA")
                                        .build(other.pair().getPrivate()),
                                other.certificate()));
        SignerInformation both = SignerInformation.addCounterSigners(signer, counter.generateCounterSigners(signer));

        refused(
                CMSSignedData.replaceSigners(message, new SignerInformationStore(both))
                        .getEncoded(),
                CmsFault.SIGNERS);
    }

    @Test
    void shouldBeRefused_whenTheContentIsNotInIt() throws Exception {
        refused(making().by(partner).message(false).getEncoded(), CmsFault.DETACHED);
    }

    @Test
    void shouldBeRefused_whenItsContentIsAnotherMessage() throws Exception {
        Making making = making().by(partner);
        CMSSignedData nested =
                making.generator.generate(new CMSProcessableByteArray(CMSObjectIdentifiers.signedData, good()), true);

        refused(nested.getEncoded(), CmsFault.CONTENT_TYPE);
    }

    @Test
    void shouldBeRefused_whenThereAreNoSignedAttributes() throws Exception {
        Making making = making();
        making.direct = true;

        refused(making.by(partner).message(true).getEncoded(), CmsFault.ATTRIBUTES);
    }

    /** What is signed of a message with attributes are its attributes: shown as content, their signature would fit. */
    @Test
    void shouldBeRefused_whenTheAttributesOfAnotherMessagePassAsContent() throws Exception {
        SignerInfo signer = making().by(partner)
                .message(true)
                .getSignerInfos()
                .iterator()
                .next()
                .toASN1Structure();
        byte[] attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        SignerInfo forged = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                (ASN1Set) null,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                (ASN1Set) null);
        SignedData data = new SignedData(
                new DERSet(signer.getDigestAlgorithm()),
                new ContentInfo(PKCSObjectIdentifiers.data, new BEROctetString(attributes)),
                null,
                null,
                new DERSet(forged));
        byte[] message = new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded();
        assertThat(new CMSSignedData(message)
                        .getSignerInfos()
                        .iterator()
                        .next()
                        .verify(new org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder()
                                .build(partner.certificate())))
                .as("the forgery is a good one")
                .isTrue();

        refused(message, CmsFault.ATTRIBUTES);
    }

    @Test
    void shouldBeRefused_whenTheCertificateDoesNotHoldNow_whateverTimeTheMessageSays() throws Exception {
        CmsParty past = partner.holding(Duration.ofDays(-30), Duration.ofSeconds(-5));
        CmsParty future = partner.holding(Duration.ofHours(1), Duration.ofDays(30));
        for (CmsParty party : List.of(past, future)) {
            Instant within = party.certificate().getNotBefore().toInstant().plusSeconds(60);
            for (Instant time : Arrays.asList(null, within, Instant.now())) {
                Making making = making();
                making.attributes = signedAt(time);
                refused(making.by(party).message(true).getEncoded(), party.certificate(), CmsFault.EXPIRED);
            }
        }
    }

    @Test
    void shouldBeRefused_whenItSaysToBeSignedBeforeTheCertificateHeld() throws Exception {
        Making making = making();
        making.attributes = signedAt(Instant.now().minus(Duration.ofDays(400)));

        refused(making.by(partner).message(true).getEncoded(), CmsFault.EXPIRED);
    }

    @Test
    void shouldBeHeldToTheClockThatIsGiven() throws Exception {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));

        assertThatThrownBy(() -> Cms.verified(good(), partner.certificate(), later, in -> fail("content was shown")))
                .isInstanceOfSatisfying(SignatureRefusedException.class, e -> assertThat(e.fault())
                        .isEqualTo(CmsFault.EXPIRED));
    }

    @Test
    void shouldBeRefused_whenAnythingFollowsIt() throws Exception {
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        try (OutputStream signer = Cms.signing(partner.entry(), streamed, true)) {
            signer.write(CONTENT);
        }
        byte[] definite = making().by(partner).message(true).getEncoded(ASN1Encoding.DER);
        for (byte[] message : List.of(streamed.toByteArray(), definite)) {
            for (byte[] more : List.of(new byte[] {0}, new byte[2], new byte[6], "\r\n".getBytes(UTF_8), message)) {
                byte[] longer = Arrays.copyOf(message, message.length + more.length);
                System.arraycopy(more, 0, longer, message.length, more.length);

                refused(longer, CmsFault.TRAILING);
            }
        }
    }

    @Test
    void shouldBeRefused_whenAnotherSigned() throws Exception {
        refused(making().by(other).message(true).getEncoded(), CmsFault.ANOTHER);
        CmsParty impostor = new CmsParty(other.pair(), partner.certificate());
        refused(making().by(impostor).message(true).getEncoded(), CmsFault.ALTERED);
    }

    @Test
    void shouldBeRefused_whenTheContentIsAnother() throws Exception {
        byte[] message = good();
        message[new String(message, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("<a>") + 3]++;

        refused(message, CmsFault.ALTERED);
    }

    /** Whatever is sent, there is one kind of exception, and the reader sees the signed content or none. */
    @Test
    void shouldBeReadAsSignedOrRefused_whateverByteIsChangedOrMissing() throws Exception {
        byte[] good = good();
        Random random = new Random(20260716);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int changes = random.nextInt(3); changes >= 0 && bad.length > 0; changes--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(bad, partner.certificate())).isEqualTo("<a>1</a>");
            } catch (SignatureRefusedException e) {
                assertThat(e.fault()).isNotNull();
            }
        }
    }

    @Test
    void shouldNotFollowLengthsWithoutEnd() {
        byte[] deep = new byte[100_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }

        refused(deep, CmsFault.NOT_SIGNED);
        refused(new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1}, CmsFault.NOT_SIGNED);
        refused(new byte[] {0x1f, -1, -1}, CmsFault.NOT_SIGNED);
        refused(new byte[0], CmsFault.NOT_SIGNED);
        refused("<receipt/>".getBytes(UTF_8), CmsFault.NOT_SIGNED);
    }
}
