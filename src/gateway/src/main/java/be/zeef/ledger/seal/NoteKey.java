package be.zeef.ledger.seal;

import be.zeef.ledger.tree.Hash;
import be.zeef.security.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of the key that signs a ledger's checkpoints, as signed notes know it (C2SP signed-note): a name, four bytes to tell
 * keys of one name apart, and Ed25519 (RFC 8032). A ledger is named after its key.
 */
public final class NoteKey {

    private static final String ALGORITHM = "Ed25519";
    private static final byte ED25519 = 1;
    /** An Ed25519 key ends its SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final int KEY_BYTES = 32;

    private static final int ID_BYTES = 4;
    private static final int NAME_BYTES = 8;
    private static final String PREFIX = "zeef-ledger/";
    private static final String DASH = "\u2014 ";

    private final PublicKey key;
    private final String name;
    private final byte[] id;

    public NoteKey(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        this.key = key;
        this.name = PREFIX + HexFormat.of().formatHex(Sha256.digest().digest(raw), 0, NAME_BYTES);
        var digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(new byte[] {'\n', ED25519});
        this.id = Arrays.copyOf(digest.digest(raw), ID_BYTES);
    }

    /** What ledgers sealed by it are called. */
    public String name() {
        return name;
    }

    /** The checkpoint of this tree, signed. */
    public Note sign(long size, Hash root, PrivateKey secret) {
        Checkpoint checkpoint = new Checkpoint(name, size, root);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return new Note(checkpoint, text(checkpoint, signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ForeignNoteException when it is not, to the last byte, a note that this key signed */
    public Note read(String text) throws ForeignNoteException {
        try {
            int end = text.indexOf("\n\n") + 1;
            Checkpoint checkpoint = Checkpoint.read(text.substring(0, end));
            String line = text.substring(end + 1);
            byte[] signed = Base64.getDecoder()
                    .decode(line.substring(line.lastIndexOf(' ') + 1).strip());
            byte[] bytes = Arrays.copyOfRange(signed, ID_BYTES, signed.length);
            verify(checkpoint, bytes);
            if (!checkpoint.origin().equals(name) || !text.equals(text(checkpoint, bytes))) {
                throw new SignatureException();
            }
            return new Note(checkpoint, text);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ForeignNoteException(e);
        }
    }

    private void verify(Checkpoint checkpoint, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(key);
        signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        if (!signature.verify(bytes)) {
            throw new SignatureException();
        }
    }

    private String text(Checkpoint checkpoint, byte[] signature) {
        byte[] signed = ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(id)
                .put(signature)
                .array();
        return checkpoint.text() + "\n" + DASH + name + " "
                + Base64.getEncoder().encodeToString(signed) + "\n";
    }
}
