package be.zeef.subject;

import be.zeef.security.Sha256;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A population extract as registers and spreadsheets write it: CSV with semicolons, UTF-8, a fixed header. What a spreadsheet
 * adds and what changes nothing of the lines is read past and told: a byte-order mark, a first line {@code sep=;}, quotes
 * (RFC 4180), rows without a value, other line ends, an end mark (Ctrl-Z).
 *
 * <p>No CSV parser reads it: for one, a quote too many would swallow the lines after it, or end the reading; here it costs its
 * own line, which is refused by its number (docs/adr/0020).
 */
final class Extract {

    private static final String SEPARATOR_LINE = "sep=;";
    private static final char END_MARK = 0x1A;

    private final Opener opener;
    private final String name;
    private final List<String> agreed;

    /** Opens the bytes of the extract, from the first. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Is told each line that holds something, after the header; {@code number} counts all lines of the file from 1. */
    @FunctionalInterface
    interface LineReader {
        void line(String text, int number);

        /**
         * Is told before the first line which columns there are.
         *
         * @param fixed the header, of those it may have, without the ones after it
         */
        default void columns(String fixed, ExtractColumns more) {}
    }

    /**
     * What one reading saw.
     *
     * @param fingerprint SHA-256 of every byte that was read, in hexadecimal
     * @param lines that were told
     * @param emptyRows that were not, for they hold no value
     * @param oddEnds line ends that are neither LF nor CR LF
     * @param separatorLine whether the first line named the separator
     * @param endMark whether there is an end mark
     */
    record Seen(String fingerprint, int lines, long emptyRows, long oddEnds, boolean separatorLine, boolean endMark) {

        /** Tells what was read past, and where nothing was there to read. */
        void tell(Findings findings) {
            if (lines == 0) {
                findings.add(Finding.warning("population.no-lines", Location.WHOLE));
            }
            if (oddEnds > 0) {
                findings.add(Finding.warning("population.line-ends", Location.WHOLE, Long.toString(oddEnds)));
            }
            if (emptyRows > 0) {
                findings.add(Finding.information("population.empty-rows", Location.WHOLE, Long.toString(emptyRows)));
            }
            if (separatorLine) {
                findings.add(Finding.information("population.separator-line", Location.line(1)));
            }
            if (endMark) {
                findings.add(Finding.information("population.end-mark", Location.WHOLE));
            }
        }
    }

    Extract(Path file) {
        this(() -> opened(file), file.getFileName().toString());
    }

    /** A pipe or a device may keep a reader waiting for good, and gives every reading something else. */
    private static InputStream opened(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("no regular file");
        }
        return Files.newInputStream(file);
    }

    Extract(Opener opener, String name) {
        this(opener, name, List.of());
    }

    private Extract(Opener opener, String name, List<String> agreed) {
        this.opener = opener;
        this.name = name;
        this.agreed = agreed;
    }

    /** The same where it may have these columns besides, behind all others. */
    Extract with(List<String> columns) {
        return new Extract(
                opener,
                name,
                Stream.concat(agreed.stream(), columns.stream()).distinct().toList());
    }

    String name() {
        return name;
    }

    /** Reads all of it once more, where it may have this header only. */
    Seen read(String header, Findings findings, LineReader reader) {
        return read(List.of(header), findings, reader);
    }

    /**
     * Reads all of it once more.
     *
     * @param headers those it may have; a refusal names the first
     * @throws InvalidMessageException with these findings when it cannot be read, is not UTF-8, or has another header
     */
    Seen read(List<String> headers, Findings findings, LineReader reader) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(opener.open(), digest)) {
            Reading reading = new Reading(in);
            String found = reading.header();
            tellColumns(headers, found, reader, findings);
            reading.lines(reader);
            return reading.seen(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            throw refused(findings, "population.missing", Location.WHOLE, name);
        } catch (CharacterCodingException e) {
            throw refused(findings, "population.encoding", Location.WHOLE, name);
        } catch (LineEnds.TooLongException e) {
            throw refused(
                    findings, "population.line-long", Location.line(e.line()), Integer.toString(LineEnds.LONGEST));
        } catch (IOException e) {
            throw refused(findings, "population.unreadable", Location.WHOLE, name);
        }
    }

    private void tellColumns(List<String> headers, String found, LineReader reader, Findings findings) {
        for (String header : headers) {
            Optional<ExtractColumns> more = ExtractColumns.of(found, header, agreed);
            if (more.isPresent()) {
                reader.columns(header, more.get());
                return;
            }
        }
        throw refused(findings, "population.header", Location.line(1), headers.get(0));
    }

    /**
     * Refuses the whole extract: what was read of it the first time is not what is there now.
     *
     * @return to be thrown
     */
    InvalidMessageException changed(Findings findings) {
        return refused(findings, "population.changed", Location.WHOLE, name);
    }

    private InvalidMessageException refused(Findings findings, String code, Location place, String... arguments) {
        findings.add(Finding.fatal(code, place, arguments));
        return new InvalidMessageException(findings.report(name));
    }

    /** One reading under way. */
    private static final class Reading {
        private final LineEnds ends;
        private final BufferedReader in;
        private int number;
        private int told;
        private long emptyRows;
        private boolean separatorLine;
        private boolean endMark;

        Reading(InputStream bytes) {
            // a new decoder reports what is no UTF-8; a charset's name would have it replaced
            ends = new LineEnds(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
            in = new BufferedReader(ends, 1 << 16);
        }

        /** The first line that holds something; empty when there is none. */
        String header() throws IOException {
            String first = next();
            if (first != null && first.replace("\uFEFF", "").equalsIgnoreCase(SEPARATOR_LINE)) {
                separatorLine = true;
                first = next();
            }
            return first == null ? "" : first.replace("\uFEFF", "");
        }

        void lines(LineReader reader) throws IOException {
            for (String text = next(); text != null; text = next()) {
                told++;
                reader.line(text, number);
            }
        }

        /** The next line that holds something, without quotes; null at the end. */
        private String next() throws IOException {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                number++;
                String plain = Quotes.without(withoutEndMark(text));
                if (holdsSomething(plain)) {
                    return plain;
                }
                emptyRows += text.isEmpty() || text.charAt(0) == END_MARK ? 0 : 1;
            }
            return null;
        }

        private String withoutEndMark(String text) {
            if (text.isEmpty() || text.charAt(text.length() - 1) != END_MARK) {
                return text;
            }
            endMark = true;
            return text.substring(0, text.length() - 1);
        }

        private static boolean holdsSomething(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != ';' && c != ' ' && c != '\t') {
                    return true;
                }
            }
            return false;
        }

        Seen seen(String fingerprint) {
            return new Seen(fingerprint, told, emptyRows, ends.odd(), separatorLine, endMark);
        }
    }
}
