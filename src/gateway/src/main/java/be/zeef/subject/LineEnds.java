package be.zeef.subject;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text whose lines may end in LF, CR LF, CR alone or, after a transfer in text mode, CR CR LF: several CRs in a row come out
 * as one. Counts the ends that are neither LF nor CR LF.
 */
final class LineEnds extends FilterReader {

    private char last = '\n';
    private long odd;

    LineEnds(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = in.read(buffer, offset, length);
            if (read < 0) {
                odd += last == '\r' ? 1 : 0;
                last = '\n';
                return read;
            }
            kept = collapse(buffer, offset, read);
        }
        return kept;
    }

    private int collapse(char[] buffer, int offset, int read) {
        int kept = offset;
        for (int i = offset; i < offset + read; i++) {
            char next = buffer[i];
            if (last == '\r' && next != '\n') {
                odd++;
            }
            if (last != '\r' || next != '\r') {
                buffer[kept++] = next;
            }
            last = next;
        }
        return kept - offset;
    }

    /** Line ends so far that are neither LF nor CR LF. */
    long odd() {
        return odd;
    }
}
