package be.zeef.packing;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts a SHA-256 over what passes. */
final class Sha256Stream extends DigestOutputStream {

    Sha256Stream(OutputStream out) {
        super(out, sha256());
    }

    /** The digest of all that passed; ask once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
