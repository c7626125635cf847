package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.util.List;

/** A small {@link Extract}, told field by field in one reading, and read again to see that it stands still. */
final class CsvFile {

    private final Extract extract;
    private final Findings findings;
    private Extract.Seen seen;
    private long refused;

    /** Is told each line after the header; {@code number} counts all lines of the file from 1. */
    @FunctionalInterface
    interface LineReader {
        void line(String[] fields, int number);
    }

    CsvFile(Path file, Findings findings) {
        this(new Extract(file), findings);
    }

    CsvFile(Extract extract, Findings findings) {
        this.extract = extract;
        this.findings = findings;
    }

    /** Reads it where it may have this header only. */
    void read(String header, LineReader reader) {
        read(List.of(header), reader);
    }

    /**
     * @param headers those it may have
     * @throws InvalidMessageException when it is missing, not UTF-8, has another header, or changes while it is read
     */
    void read(List<String> headers, LineReader reader) {
        seen = extract.read(headers, findings, (text, number) -> reader.line(text.split(";", -1), number));
        if (!extract.read(headers, findings, (text, number) -> {}).equals(seen)) {
            throw extract.changed(findings);
        }
        seen.tell(findings);
    }

    /** Refuses a line; reading goes on. */
    void refuse(String code, Location place, String... arguments) {
        refused++;
        findings.add(Finding.error(code, place, arguments));
    }

    /** @throws InvalidMessageException when more than this share of its lines (0–1) was refused */
    void requireShare(double maxBadShare) {
        if (refused > maxBadShare * Math.max(1, seen.lines())) {
            findings.add(Finding.fatal(
                    "population.too-many-refused",
                    Location.WHOLE,
                    Long.toString(refused),
                    Integer.toString(seen.lines()),
                    Double.toString(maxBadShare)));
            throw new InvalidMessageException(findings.report(extract.name()));
        }
    }

    long refusedLines() {
        return refused;
    }

    /** SHA-256 of the file as it was read, in hexadecimal. */
    String fingerprint() {
        return seen.fingerprint();
    }
}
