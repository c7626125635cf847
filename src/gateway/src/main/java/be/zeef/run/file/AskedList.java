package be.zeef.run.file;

import be.zeef.security.Sha256;
import be.zeef.source.PersonList;
import be.zeef.subject.Pseudonyms;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Who is asked about in one question file: their pseudonyms, sorted, 32 bytes each, and the digest of that. */
public record AskedList(byte[] pseudonyms) {

    static AskedList of(PersonList persons, Pseudonyms pseudonyms) {
        byte[][] each = new byte[persons.size()][];
        for (int i = 0; i < each.length; i++) {
            each[i] = pseudonyms.atRest(persons.at(i));
        }
        Arrays.sort(each, Arrays::compareUnsigned);
        ByteArrayOutputStream all = new ByteArrayOutputStream(each.length * 32);
        for (byte[] pseudonym : each) {
            all.writeBytes(pseudonym);
        }
        return new AskedList(all.toByteArray());
    }

    /** What the ledger keeps of it, so that the stored list cannot be changed unseen. */
    public String digest() {
        return Sha256.hex(pseudonyms);
    }
}
