package be.zeef.security.signing;

import java.time.Duration;
import java.util.Set;

/**
 * Which answers of one partner are believed. All but the first say nothing under {@link Signed#NEVER}, and the last two
 * nothing under {@link Dated#NEVER}; they are empty then.
 *
 * @param signed whether answers are signed
 * @param signer alias of the certificate in {@code trust.p12} that signs them: that very certificate, not its issuer
 * @param algorithms those a signature may use; every other is refused
 * @param dated whether a signed answer carries a Timestamp
 * @param maxAge how old a signed answer may be, whatever longer life it claims
 * @param clockSkew how far the partner's clock and ours may differ
 */
public record AnswerPolicy(
        Signed signed,
        String signer,
        Set<SignatureAlgorithm> algorithms,
        Dated dated,
        Duration maxAge,
        Duration clockSkew) {

    /** No signature is looked for: what arrives is vouched for by TLS. */
    static final AnswerPolicy UNSIGNED =
            new AnswerPolicy(Signed.NEVER, "", Set.of(), Dated.NEVER, Duration.ZERO, Duration.ZERO);

    public AnswerPolicy {
        algorithms = Set.copyOf(algorithms);
    }

    /** Whether answers are signed. */
    public enum Signed {
        NEVER,
        /** An unsigned answer is believed too; a signed one must verify. For a partner that is about to begin. */
        OPTIONAL,
        /** An unsigned answer is refused, a SOAP fault as well. */
        ALWAYS
    }

    /** Whether a signed answer carries a Timestamp. Wherever there is one, it must be signed and fresh. */
    public enum Dated {
        /**
         * No: an answer is shown to be of now by the one-time reference of its question, which stands in the signed Body. One
         * with a Timestamp is another signer's form, and refused.
         */
        NEVER,
        /** One without is held to the reference of its question. For a partner that is about to begin. */
        OPTIONAL,
        /** One without is refused. */
        ALWAYS
    }
}
