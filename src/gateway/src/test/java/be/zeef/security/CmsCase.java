package be.zeef.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;

/** Signed messages and how they are made; nothing of a refused one may reach its reader. */
abstract class CmsCase {

    static final byte[] CONTENT = "<a>1</a>".getBytes(UTF_8);

    static CmsParty partner;
    static CmsParty other;

    @BeforeAll
    static void keys() throws Exception {
        partner = CmsParty.rsa(2048);
        other = CmsParty.rsa(2048);
    }

    /** How a message is made; each test changes one thing. */
    static final class Making {
        final CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        String algorithm = "SHA256withRSA";
        boolean direct;
        CMSAttributeTableGenerator attributes = new DefaultSignedAttributeTableGenerator();

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

    static Making making() {
        return new Making();
    }

    static byte[] good() throws Exception {
        return making().by(partner).message(true).getEncoded();
    }

    static String read(byte[] message, X509Certificate by) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Cms.verified(message, by, Clock.systemUTC(), in -> in.transferTo(content));
        return content.toString(UTF_8);
    }

    static void refused(byte[] message, X509Certificate by, CmsFault fault) {
        assertThatThrownBy(() -> Cms.verified(message, by, Clock.systemUTC(), in -> fail("content was shown")))
                .isInstanceOfSatisfying(SignatureRefusedException.class, e -> assertThat(e.fault())
                        .isEqualTo(fault));
    }

    static void refused(byte[] message, CmsFault fault) {
        refused(message, partner.certificate(), fault);
    }
}
