package be.zeef.counter;

import be.zeef.ledger.Written;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Who sits at the counter, as the caller names them: it stands in the ledger, so that whoever was asked about can be told
 * who asked. 1 to 64 signs, of whatever script, with blanks between them, and no slash; none that nobody sees or that turns the
 * direction of what follows, and never the number of a person ({@link Written#faultOfName}).
 */
record Clerk(String name) {

    private static final char BLANK = ' ';

    Clerk {
        if (!acceptable(name)) {
            throw new IllegalArgumentException("not the name of a clerk");
        }
    }

    /** In composed form, so that one name is written in one way; empty when the text is none. */
    static Optional<Clerk> of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return acceptable(composed) ? Optional.of(new Clerk(composed)) : Optional.empty();
    }

    /**
     * In a header, where names beyond ASCII are UTF-8 (RFC 9110 §5.5 calls such bytes opaque).
     *
     * @param text with a sign for each byte, as HTTP/1.1 is read; empty when there is no such header
     */
    static Optional<Clerk> ofHeader(String text) {
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Blanks other than the usual one look like it, and at its ends nobody sees it. */
    private static boolean acceptable(String text) {
        return Written.faultOfName(text, "").isEmpty()
                && text.equals(text.strip())
                && text.codePoints().noneMatch(sign -> sign != BLANK && Character.isSpaceChar(sign));
    }
}
