package be.zeef.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.tree.Hash;
import be.zeef.ledger.tree.Hasher;
import be.zeef.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A note is as C2SP's signed-note and tlog-checkpoint say, so that others' tools read it, and none but the signed one is taken. */
class NoteKeyTest {

    private static final Hash ROOT = new Hasher().leaf(new byte[0]);

    private KeyPair pair;
    private NoteKey key;
    private String note;

    @BeforeEach
    void sign() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = new NoteKey(pair.getPublic());
        note = key.sign(12, ROOT, pair.getPrivate()).text();
    }

    @Test
    void hasTheFormOfTheSpecification() throws Exception {
        String[] lines = note.split("\n", -1);
        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo(key.name()).matches("zeef-ledger/[0-9a-f]{16}");
        assertThat(lines[1]).isEqualTo("12");
        assertThat(lines[2]).isEqualTo("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=");
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("— " + key.name() + " ");
        assertThat(lines[5]).isEmpty();

        byte[] signed = Base64.getDecoder().decode(lines[4].substring(lines[4].lastIndexOf(' ') + 1));
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        var id = Sha256.digest();
        id.update((key.name() + "\n\u0001").getBytes(StandardCharsets.UTF_8));
        assertThat(Arrays.copyOf(signed, 4)).isEqualTo(Arrays.copyOf(id.digest(raw), 4));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(pair.getPublic());
        signature.update((lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(signed, 4, signed.length - 4)).isTrue();
    }

    @Test
    void isReadAgain() throws Exception {
        assertThat(key.read(note).checkpoint()).isEqualTo(new Checkpoint(key.name(), 12, ROOT));
    }

    /** Every letter in the place of every other, every one left out, and every one said twice. */
    @Test
    void noOtherTextIsTaken() {
        for (int place = 0; place < note.length(); place++) {
            for (int bit = 0; bit < Character.SIZE; bit++) {
                StringBuilder changed = new StringBuilder(note);
                changed.setCharAt(place, (char) (note.charAt(place) ^ (1 << bit)));
                refused(changed.toString());
            }
            if (place == 0 || note.charAt(place) != note.charAt(place - 1)) {
                refused(new StringBuilder(note).deleteCharAt(place).toString());
                refused(new StringBuilder(note)
                        .insert(place, note.charAt(place))
                        .toString());
            }
        }
        for (String other : new String[] {"", "\n", "\n\n", note + note, note + "\n", "x" + note, note.strip()}) {
            refused(other);
        }
    }

    @Test
    void noOtherKeysSignatureIsTaken() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        refused(new NoteKey(other.getPublic())
                .sign(12, ROOT, other.getPrivate())
                .text());
        refused(key.sign(12, ROOT, other.getPrivate()).text());
    }

    private void refused(String text) {
        assertThatThrownBy(() -> key.read(text)).isInstanceOf(ForeignNoteException.class);
    }
}
