package be.zeef.packing;

import be.zeef.security.Sha256;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Counts a SHA-256 over what passes. */
final class Sha256Stream extends DigestOutputStream {

    Sha256Stream(OutputStream out) {
        super(out, Sha256.digest());
    }

    /** The digest of all that passed; ask once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
