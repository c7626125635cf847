package be.zeef.ledger.seal;

import be.zeef.ledger.tree.Hash;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log's tree was at one moment: the text of a checkpoint (C2SP tlog-checkpoint), three lines.
 *
 * @param origin which log it is of
 * @param size how many entries the tree had
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** No sign that a reader does not see, no leading zero, and nothing after the third line: one text for each checkpoint. */
    private static final Pattern TEXT = Pattern.compile("([!-~]+)\n(0|[1-9]\\d{0,17})\n([A-Za-z0-9+/]{43}=)\n");

    /** @throws IllegalArgumentException when this is not the text of one */
    static Checkpoint read(String text) {
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
            throw new IllegalArgumentException("this is no checkpoint");
        }
        Checkpoint read = new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), Hash.ofBase64(lines.group(3)));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("this is no checkpoint");
        }
        return read;
    }

    String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
