package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A small population file: CSV with semicolons, UTF-8, a fixed header. It is read into memory whole, so that what is read
 * and what its fingerprint is of are the same.
 */
final class CsvFile {

    private final String name;
    private final byte[] bytes;
    private final Findings findings;
    private long lines;
    private long refused;

    /** Is told each line after the header; {@code number} counts from 1 at the header. */
    @FunctionalInterface
    interface LineReader {
        void line(String[] fields, int number);
    }

    private CsvFile(String name, byte[] bytes, Findings findings) {
        this.name = name;
        this.bytes = bytes;
        this.findings = findings;
    }

    /** @throws InvalidMessageException when there is no such file */
    static CsvFile open(Path file, Findings findings) {
        String name = file.getFileName().toString();
        try {
            return new CsvFile(name, Files.readAllBytes(file), findings);
        } catch (NoSuchFileException e) {
            throw refused(findings, name, "population.missing", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidMessageException when it is not UTF-8 or has another header */
    void read(String header, LineReader reader) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), decoder))) {
            String first = in.readLine();
            if (first == null || !first.replace("\uFEFF", "").equals(header)) {
                throw refused(findings, name, "population.header", header);
            }
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines++;
                reader.line(line.split(";", -1), ++number);
            }
        } catch (CharacterCodingException e) {
            throw refused(findings, name, "population.encoding", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a line; reading goes on. */
    void refuse(String code, Location place, String... arguments) {
        refused++;
        findings.add(Finding.error(code, place, arguments));
    }

    /** @throws InvalidMessageException when more than this share of its lines (0–1) was refused */
    void requireShare(double maxBadShare) {
        if (refused > maxBadShare * Math.max(1, lines)) {
            throw refused(
                    findings,
                    name,
                    "population.too-many-refused",
                    Long.toString(refused),
                    Long.toString(lines),
                    Double.toString(maxBadShare));
        }
    }

    long refusedLines() {
        return refused;
    }

    /** SHA-256 of the file, in hexadecimal. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvalidMessageException refused(Findings findings, String name, String code, String... arguments) {
        findings.add(Finding.fatal(code, Location.WHOLE, arguments));
        return new InvalidMessageException(findings.report(name));
    }
}
