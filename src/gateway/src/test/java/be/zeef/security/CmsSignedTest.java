package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages signed by one partner with good algorithms, made by another hand than the one that reads them, and those refused for how they are signed. */
class CmsSignedTest extends CmsCase {

    /** Attributes without a signing time, or with this one. */
    private static CMSAttributeTableGenerator signedAt(Instant time) {
        return parameters -> {
            AttributeTable usual = new DefaultSignedAttributeTableGenerator().getAttributes(parameters);
            AttributeTable without = usual.remove(CMSAttributes.signingTime);
            return time == null ? without : without.add(CMSAttributes.signingTime, new Time(Date.from(time)));
        };
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
    void shouldBeRefused_whenAnotherSigned() throws Exception {
        refused(making().by(other).message(true).getEncoded(), CmsFault.ANOTHER);
        CmsParty impostor = new CmsParty(other.pair(), partner.certificate());
        refused(making().by(impostor).message(true).getEncoded(), CmsFault.ALTERED);
    }
}
