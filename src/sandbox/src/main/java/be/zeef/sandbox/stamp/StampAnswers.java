package be.zeef.sandbox.stamp;

import be.zeef.sandbox.stamp.StampSigner.Issuer;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;

/** What the authority says to a question: a token, as it should be or with one thing wrong in it. */
final class StampAnswers {

    private static final String OTHER_POLICY = StampOffice.POLICY + ".9";
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration SOME = Duration.ofDays(30);

    private final AtomicLong serials = new AtomicLong(1);
    private final Issuer issuer;
    private final Clock clock;
    private final StampSigner signer;

    StampAnswers(Issuer issuer, Clock clock) throws GeneralSecurityException {
        this.issuer = issuer;
        this.clock = clock;
        this.signer = signer(KeyPurposeId.id_kp_timeStamping);
    }

    private StampSigner signer(KeyPurposeId... uses) throws GeneralSecurityException {
        return StampSigner.make(issuer, begin(), LIFE, uses);
    }

    private Instant begin() {
        return issuer.certificate().getNotBefore().toInstant();
    }

    /** @param wrong what is to be wrong in it */
    byte[] of(byte[] question, Optional<StampMisbehaviour> wrong) throws GeneralSecurityException {
        try {
            TimeStampRequest asked = new TimeStampRequest(question);
            TimeStampResponseGenerator answers = answers(wrong);
            if (wrong.equals(Optional.of(StampMisbehaviour.REFUSED))) {
                return answers.generateFailResponse(2, PKIFailureInfo.systemFailure, "no")
                        .getEncoded();
            }
            return answers.generate(
                            wrong.isPresent() ? bent(asked, wrong.get()) : asked,
                            BigInteger.valueOf(serials.getAndIncrement()),
                            Date.from(clock.instant().plus(shift(wrong))))
                    .getEncoded();
        } catch (IOException | TSPException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private TimeStampResponseGenerator answers(Optional<StampMisbehaviour> wrong) throws GeneralSecurityException {
        StampSigner by = wrong.isPresent() ? other(wrong.get()) : signer;
        X509Certificate under =
                wrong.equals(Optional.of(StampMisbehaviour.BROKEN_SIGNATURE)) ? signer.certificate() : by.certificate();
        X509Certificate along = wrong.isPresent() ? along(wrong.get(), under) : under;
        Set<String> policies = wrong.equals(Optional.of(StampMisbehaviour.OTHER_POLICY))
                ? Set.of(OTHER_POLICY)
                : Set.of(StampOffice.POLICY);
        return new TimeStampResponseGenerator(by.tokens(under, along), TSPAlgorithms.ALLOWED, policies);
    }

    private X509Certificate along(StampMisbehaviour wrong, X509Certificate under) throws GeneralSecurityException {
        return switch (wrong) {
            case NO_USAGE -> signer.certificate(issuer);
            case WIDE_USAGE ->
                signer.certificate(issuer, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning);
            default -> under;
        };
    }

    private static Duration shift(Optional<StampMisbehaviour> wrong) {
        return wrong.equals(Optional.of(StampMisbehaviour.FUTURE)) ? SOME : Duration.ZERO;
    }

    private StampSigner other(StampMisbehaviour wrong) throws GeneralSecurityException {
        return switch (wrong) {
            case OTHER_SIGNER -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                KeyPair another = generator.generateKeyPair();
                yield StampSigner.make(
                        new Issuer(another, issuer.certificate()), begin(), LIFE, KeyPurposeId.id_kp_timeStamping);
            }
            case EXPIRED ->
                StampSigner.make(
                        issuer, clock.instant().minus(SOME), Duration.ofDays(1), KeyPurposeId.id_kp_timeStamping);
            case BROKEN_SIGNATURE -> signer(KeyPurposeId.id_kp_timeStamping);
            default -> signer;
        };
    }

    private static TimeStampRequest bent(TimeStampRequest asked, StampMisbehaviour wrong) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (wrong == StampMisbehaviour.OTHER_POLICY) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(OTHER_POLICY));
        }
        byte[] imprint = asked.getMessageImprintDigest();
        if (wrong == StampMisbehaviour.WRONG_IMPRINT) {
            imprint[0] ^= 1;
        }
        return switch (wrong) {
            case NO_NONCE -> generator.generate(TSPAlgorithms.SHA256, imprint);
            case WRONG_NONCE ->
                generator.generate(TSPAlgorithms.SHA256, imprint, new BigInteger(64, new SecureRandom()));
            default -> generator.generate(TSPAlgorithms.SHA256, imprint, asked.getNonce());
        };
    }
}
