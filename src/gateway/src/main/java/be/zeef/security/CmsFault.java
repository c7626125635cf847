package be.zeef.security;

import java.util.Optional;

/** Why a cryptographic message is refused. What its sender must change stands in {@code cms.properties}. */
public enum CmsFault {
    /** No signed message (RFC 5652 §5). */
    NOT_SIGNED(""),
    /** No encrypted message, or none of the kind that notices alterations (RFC 5083). */
    NOT_ENCRYPTED("cms.not-encrypted"),
    /** Bytes follow the message that nothing vouches for. */
    TRAILING("cms.trailing"),
    /** The content is not in the message. */
    DETACHED("cms.detached"),
    /** The content is said to be another message or anything else but data. */
    CONTENT_TYPE("cms.content-type"),
    /** Not signed by one signer and nobody else: by none, by several, or counter-signed. */
    SIGNERS("cms.signers"),
    /** A digest, signature or key that is weak or not listed: SHA-256, SHA-384 or SHA-512 with RSA of 2048 bits or more, or ECDSA of 256 or more. */
    ALGORITHM("cms.algorithm"),
    /**
     * The signature is over the bare content. Then the attributes of another message of the same signer pass as content, and
     * its signature as this one's (RFC 5652 §5.4 and §11.2 leave it open).
     */
    ATTRIBUTES("cms.attributes"),
    /** The pinned certificate does not hold now, or did not when the message says that it was signed. */
    EXPIRED("cms.expired"),
    /** Encrypted with a cipher other than AES-GCM, such as CBC, which does not notice alterations. */
    CIPHER("cms.cipher"),
    /** The content key is encrypted with RSA PKCS#1 v1.5, or OAEP with SHA-1 in its digest or its mask (RFC 8017 §7.1). */
    KEY_TRANSPORT("cms.key-transport"),
    /** Signed by another certificate than the pinned one, or encrypted to another than ours. */
    ANOTHER(""),
    /** Signature or tag do not fit the content. */
    ALTERED("");

    private final String code;

    CmsFault(String code) {
        this.code = code;
    }

    /**
     * The code of the finding that tells it; its one place is the alias of the certificate. Empty where whoever reads the
     * message has words of its own: it is not signed, another's, or was altered.
     */
    public Optional<String> code() {
        return Optional.of(code).filter(text -> !text.isEmpty());
    }
}
