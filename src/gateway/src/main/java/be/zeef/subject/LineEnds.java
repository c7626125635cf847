package be.zeef.subject;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text whose lines may end in LF, CR LF, CR alone or, after a transfer in text mode, CR CR LF: several CRs in a row come out
 * as one. Counts the ends that are neither LF nor CR LF. A line without an end is refused before it fills the memory.
 */
final class LineEnds extends FilterReader {

    /** In characters; a line of an extract has some hundred. */
    static final int LONGEST = 1 << 16;

    private char last = '\n';
    private long odd;
    private int line = 1;
    private int length;

    /** A line is longer than {@value #LONGEST} characters. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;

        private TooLongException(int line) {
            super("a line is too long");
            this.line = line;
        }

        /** Which line, from 1. */
        int line() {
            return line;
        }
    }

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

    private int collapse(char[] buffer, int offset, int read) throws TooLongException {
        int kept = offset;
        for (int i = offset; i < offset + read; i++) {
            char next = buffer[i];
            if (last == '\r' && next != '\n') {
                odd++;
            }
            if (last != '\r' || next != '\r') {
                buffer[kept++] = next;
                measure(next);
            }
            last = next;
        }
        return kept - offset;
    }

    private void measure(char next) throws TooLongException {
        if (next != '\n' && next != '\r') {
            length++;
        } else {
            line += last == '\r' ? 0 : 1;
            length = 0;
        }
        if (length > LONGEST) {
            throw new TooLongException(line);
        }
    }

    /** Line ends so far that are neither LF nor CR LF. */
    long odd() {
        return odd;
    }
}
