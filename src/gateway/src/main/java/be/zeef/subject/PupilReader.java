package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the enrolled pupils of one school year: CSV {@code leerlingnummer;insz;schooljaar}, one line a pupil.
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
     * @throws InvalidMessageException when the file is missing, is no such list, or too many of its lines are bad
     */
    public SubjectsRead read() {
        Findings findings = new Findings();
        CsvFile csv = new CsvFile(file, realm, findings);
        Lines lines = new Lines(csv);
        csv.read(HEADER, lines::line);
        csv.requireShare(maxBadShare);
        if (lines.otherYears > 0) {
            findings.add(Finding.warning(
                    "population.other-school-year",
                    Location.WHOLE,
                    Long.toString(lines.otherYears),
                    schoolYear + "-" + (schoolYear + 1)));
        }
        return new SubjectsRead(
                lines.pupils,
                csv.fingerprint(),
                csv.refusedLines(),
                findings.report(file.getFileName().toString()),
                csv.mutations());
    }

    /** The lines of one file as they are read. */
    private final class Lines {
        private final CsvFile csv;
        private final List<Subject> pupils = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Insz, Integer> people = new HashMap<>();
        private long otherYears;

        Lines(CsvFile csv) {
            this.csv = csv;
        }

        private void line(String[] fields, int number) {
            if (fields.length != 3) {
                csv.refuse("population.fields", Location.line(number), "3", HEADER);
            } else if (!NUMBER.matcher(fields[0]).matches()) {
                csv.refuse("population.pupil-number", Location.field(number, "leerlingnummer"));
            } else if (!isSchoolYear(fields[2])) {
                csv.refuse("population.school-year", Location.field(number, "schooljaar"));
            } else if (Integer.parseInt(fields[2], 0, 4, 10) != schoolYear) {
                otherYears++;
            } else {
                Optional<InszFault> fault = Insz.fault(fields[1], realm);
                fault.ifPresentOrElse(
                        why -> csv.refuse(why.code(), Location.field(number, "insz")),
                        () -> add(new Subject(Insz.of(fields[1], realm), fields[0]), number));
            }
        }

        private void add(Subject pupil, int number) {
            Integer sameNumber = numbers.putIfAbsent(pupil.key(), number);
            Integer samePerson = people.putIfAbsent(pupil.person(), number);
            if (sameNumber != null) {
                csv.refuse("population.pupil-twice", Location.field(number, "leerlingnummer"), sameNumber.toString());
            } else if (samePerson != null) {
                csv.refuse("population.pupil-two-numbers", Location.field(number, "insz"), samePerson.toString());
            } else {
                pupils.add(pupil);
            }
        }

        private static boolean isSchoolYear(String text) {
            Matcher matcher = SCHOOL_YEAR.matcher(text);
            return matcher.matches() && Integer.parseInt(matcher.group(2)) == Integer.parseInt(matcher.group(1)) + 1;
        }
    }
}
