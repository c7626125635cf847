package be.zeef.ledger.tree;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 of a leaf, of a node or of a whole tree: 32 bytes that never change, equal when their bytes are. */
public final class Hash {

    /** How many bytes it has. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when these are not 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws IllegalArgumentException when this is not the base64 (RFC 4648 §4, with padding) of 32 bytes */
    public static Hash ofBase64(String text) {
        return new Hash(of(Base64.getDecoder().decode(text)).bytes);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** RFC 4648 §4, with padding. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 hexadecimal digits, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
