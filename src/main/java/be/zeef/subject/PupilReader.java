package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the enrolled pupils of one school year: CSV {@code leerlingnummer;insz;schooljaar}, UTF-8, one line a pupil. The
 * file is read into memory whole: the schools of a large city have some tens of thousands of pupils.
 *
 * <p>A refused line is told by line and field and stops nothing else. A pupil number that stands twice, or a person under
 * two numbers, is refused on its later line: nobody can say which of the two the invoice goes to.
 */
public final class PupilReader {

    static final String HEADER = "leerlingnummer;insz;schooljaar";

    /** A pupil number is the school's own: 1–40 letters, digits, dots, dashes or underscores, led by a letter or digit. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})-(\\d{4})");

    private final Path file;
    private final Realm realm;
    private final double maxBadShare;
    private final int schoolYear;

    /**
     * @param maxBadShare share of refused lines (0–1) above which the whole file is refused
     * @param schoolYear the year in which the school year begins; lines of another are left out and counted
     */
    public PupilReader(Path file, Realm realm, double maxBadShare, int schoolYear) {
        this.file = file;
        this.realm = realm;
        this.maxBadShare = maxBadShare;
        this.schoolYear = schoolYear;
    }

    /**
     * What was read.
     *
     * @param fingerprint SHA-256 of the file, in hexadecimal
     */
    public record Read(List<Subject> pupils, String fingerprint, long refusedLines, Report report) {}

    /**
     * @throws InvalidMessageException when the file is missing, is no such list, or too many of its lines are bad
     */
    public Read read() {
        Findings findings = new Findings();
        try {
            byte[] bytes = Files.readAllBytes(file);
            Lines lines = new Lines(findings);
            lines.read(bytes);
            if (lines.refused > maxBadShare * Math.max(1, lines.total)) {
                throw refuse(
                        findings,
                        "population.too-many-refused",
                        Long.toString(lines.refused),
                        Long.toString(lines.total),
                        Double.toString(maxBadShare));
            }
            return new Read(List.copyOf(lines.pupils), sha256(bytes), lines.refused, findings.report(name()));
        } catch (NoSuchFileException e) {
            throw refuse(findings, "population.missing", name());
        } catch (CharacterCodingException e) {
            throw refuse(findings, "population.encoding", name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return file.getFileName().toString();
    }

    private InvalidMessageException refuse(Findings findings, String code, String... arguments) {
        findings.add(Finding.fatal(code, Location.WHOLE, arguments));
        return new InvalidMessageException(findings.report(name()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of one file as they are read. */
    private final class Lines {
        private final Findings findings;
        private final List<Subject> pupils = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Insz, Integer> people = new HashMap<>();
        private long total;
        private long refused;
        private long otherYears;

        Lines(Findings findings) {
            this.findings = findings;
        }

        void read(byte[] bytes) throws IOException {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            BufferedReader in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), decoder));
            String header = in.readLine();
            if (header == null || !header.replace("\uFEFF", "").equals(HEADER)) {
                throw PupilReader.this.refuse(findings, "population.header", HEADER);
            }
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                total++;
                line(line.split(";", -1), ++number);
            }
            if (otherYears > 0) {
                findings.add(Finding.warning(
                        "population.other-school-year",
                        Location.WHOLE,
                        Long.toString(otherYears),
                        schoolYear + "-" + (schoolYear + 1)));
            }
        }

        private void line(String[] fields, int number) {
            if (fields.length != 3) {
                refuse("population.fields", Location.line(number), "3", HEADER);
            } else if (!NUMBER.matcher(fields[0]).matches()) {
                refuse("population.pupil-number", Location.field(number, "leerlingnummer"));
            } else if (!isSchoolYear(fields[2])) {
                refuse("population.school-year", Location.field(number, "schooljaar"));
            } else if (Integer.parseInt(fields[2], 0, 4, 10) != schoolYear) {
                otherYears++;
            } else {
                Optional<InszFault> fault = Insz.fault(fields[1], realm);
                if (fault.isPresent()) {
                    refuse(fault.get().code(), Location.field(number, "insz"));
                } else {
                    add(new Subject(Insz.of(fields[1], realm), fields[0]), number);
                }
            }
        }

        private void add(Subject pupil, int number) {
            Integer sameNumber = numbers.putIfAbsent(pupil.key(), number);
            Integer samePerson = people.putIfAbsent(pupil.person(), number);
            if (sameNumber != null) {
                refuse("population.pupil-twice", Location.field(number, "leerlingnummer"), sameNumber.toString());
            } else if (samePerson != null) {
                refuse("population.pupil-two-numbers", Location.field(number, "insz"), samePerson.toString());
            } else {
                pupils.add(pupil);
            }
        }

        private void refuse(String code, Location place, String... arguments) {
            refused++;
            findings.add(Finding.error(code, place, arguments));
        }

        private static boolean isSchoolYear(String text) {
            var matcher = SCHOOL_YEAR.matcher(text);
            return matcher.matches() && Integer.parseInt(matcher.group(2)) == Integer.parseInt(matcher.group(1)) + 1;
        }
    }
}
