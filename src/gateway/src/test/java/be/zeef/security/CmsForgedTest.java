package be.zeef.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;

/** Messages that were changed, cut or put together by somebody: nothing of them reaches their reader. */
class CmsForgedTest extends CmsCase {

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
