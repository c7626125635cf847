package be.zeef.security.stamp;

import be.zeef.security.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** What an authority is asked once: the SHA-256 of some content, with a number that its answer must repeat (RFC 3161 §2.4.1). */
public final class StampQuestion {

    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeStampRequest request;

    private StampQuestion(TimeStampRequest request) {
        this.request = request;
    }

    /** @param policy object identifier of the policy under which it is wanted; empty for the authority's own */
    public static StampQuestion of(byte[] content, String policy) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (!policy.isEmpty()) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        return new StampQuestion(generator.generate(
                TSPAlgorithms.SHA256, Sha256.digest().digest(content), new BigInteger(NONCE_BITS, RANDOM)));
    }

    /** As it is sent: {@code application/timestamp-query}. */
    public byte[] encoded() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BigInteger nonce() {
        return request.getNonce();
    }
}
