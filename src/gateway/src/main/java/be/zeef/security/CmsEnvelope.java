package be.zeef.security;

import java.io.IOException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;

/** A message encrypted to our key (RFC 5083): AES-GCM, its key under RSA-OAEP with SHA-2 throughout. */
final class CmsEnvelope {

    /** In bytes: the shortest tag that RFC 5084 §3.2 allows. */
    private static final int SHORTEST_TAG = 12;

    private static final Set<ASN1ObjectIdentifier> GCM = Set.of(
            NISTObjectIdentifiers.id_aes128_GCM,
            NISTObjectIdentifiers.id_aes192_GCM,
            NISTObjectIdentifiers.id_aes256_GCM);

    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private CmsEnvelope() {}

    static byte[] opened(byte[] message, PrivateKeyEntry own, Provider provider) throws DecryptionRefusedException {
        int trailing = Ber.trailing(message);
        require(trailing >= 0, CmsFault.NOT_ENCRYPTED);
        require(trailing == 0, CmsFault.TRAILING);
        // what is no CMS makes BouncyCastle throw exceptions of any kind, so any of them means "refused"
        try {
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(message));
            requireForm(info);
            return content(recipient(new CMSAuthEnvelopedData(info), own), own, provider);
        } catch (DecryptionRefusedException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new DecryptionRefusedException(CmsFault.NOT_ENCRYPTED);
        }
    }

    private static void requireForm(ContentInfo info) throws DecryptionRefusedException {
        require(!CMSObjectIdentifiers.envelopedData.equals(info.getContentType()), CmsFault.CIPHER);
        require(CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType()), CmsFault.NOT_ENCRYPTED);
        EncryptedContentInfo content =
                AuthEnvelopedData.getInstance(info.getContent()).getAuthEncryptedContentInfo();
        require(CMSObjectIdentifiers.data.equals(content.getContentType()), CmsFault.CONTENT_TYPE);
        AlgorithmIdentifier cipher = content.getContentEncryptionAlgorithm();
        require(
                GCM.contains(cipher.getAlgorithm())
                        && GCMParameters.getInstance(cipher.getParameters()).getIcvLen() >= SHORTEST_TAG,
                CmsFault.CIPHER);
    }

    private static KeyTransRecipientInformation recipient(CMSAuthEnvelopedData message, PrivateKeyEntry own)
            throws DecryptionRefusedException {
        Collection<RecipientInformation> ours = message.getRecipientInfos()
                .getRecipients(new JceKeyTransRecipientId((X509Certificate) own.getCertificate()));
        require(ours.size() == 1, CmsFault.ANOTHER);
        KeyTransRecipientInformation recipient =
                (KeyTransRecipientInformation) ours.iterator().next();
        require(isStrong(recipient.getKeyEncryptionAlgorithm()), CmsFault.KEY_TRANSPORT);
        return recipient;
    }

    /** What is left out of OAEP's parameters is SHA-1 (RFC 8017 §A.2.1). */
    private static boolean isStrong(AlgorithmIdentifier transport) {
        if (!PKCSObjectIdentifiers.id_RSAES_OAEP.equals(transport.getAlgorithm())) {
            return false;
        }
        RSAESOAEPparams oaep = transport.getParameters() == null
                ? new RSAESOAEPparams()
                : RSAESOAEPparams.getInstance(transport.getParameters());
        AlgorithmIdentifier mask = oaep.getMaskGenAlgorithm();
        return DIGESTS.contains(oaep.getHashAlgorithm().getAlgorithm())
                && PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
                && DIGESTS.contains(
                        AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm())
                && hasNoLabel(oaep.getPSourceAlgorithm().getParameters());
    }

    private static boolean hasNoLabel(ASN1Encodable label) {
        return ASN1OctetString.getInstance(label).getOctets().length == 0;
    }

    private static byte[] content(KeyTransRecipientInformation recipient, PrivateKeyEntry own, Provider provider)
            throws DecryptionRefusedException {
        try {
            return recipient.getContent(
                    new JceKeyTransAuthEnvelopedRecipient(own.getPrivateKey()).setProvider(provider));
        } catch (CMSException | RuntimeException e) {
            throw new DecryptionRefusedException(CmsFault.ALTERED);
        }
    }

    private static void require(boolean fine, CmsFault fault) throws DecryptionRefusedException {
        if (!fine) {
            throw new DecryptionRefusedException(fault);
        }
    }
}
