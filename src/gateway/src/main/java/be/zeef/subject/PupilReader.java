package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the enrolled pupils of one school year: CSV {@code leerlingnummer;insz;schooljaar}, and where the school knows it
 * {@code ;ouder}: the number of a parent with whom the pupil lives by this line. Without one it is where the pupil is registered.
 *
 * <p>A refused line is told by line and field and stops nothing else. A pupil number that is two people's is refused on its
 * later line. A person on two lines is a child in two households: both lines are read, either household may be the one
 * that is granted, what is granted goes out under each of their numbers, and how many such children there are is told.
 */
public final class PupilReader {

    static final String HEADER = "leerlingnummer;insz;schooljaar";
    private static final String PARENT = "ouder";

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
        csv.read(List.of(HEADER, HEADER + ";" + PARENT), lines::line);
        csv.requireShare(maxBadShare);
        if (lines.otherYears > 0) {
            findings.add(Finding.warning(
                    "population.other-school-year",
                    Location.WHOLE,
                    Long.toString(lines.otherYears),
                    schoolYear + "-" + (schoolYear + 1)));
        }
        if (!lines.twice.isEmpty()) {
            findings.add(Finding.information(
                    "population.pupil-two-lines", Location.WHOLE, Integer.toString(lines.twice.size())));
        }
        return new SubjectsRead(
                lines.subjects(),
                csv.fingerprint(),
                csv.refusedLines(),
                findings.report(file.getFileName().toString()),
                csv.mutations());
    }

    /** The lines of one file as they are read. */
    private final class Lines {
        private final CsvFile csv;
        private final Map<Insz, SortedSet<String>> pupils = new LinkedHashMap<>();
        private final Map<String, Insz> numbers = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Insz, Set<Insz>> households = new HashMap<>();
        private final Set<Insz> twice = new HashSet<>();
        private long otherYears;

        Lines(CsvFile csv) {
            this.csv = csv;
        }

        private void line(String[] fields, int number) {
            if (fields.length != 3 && fields.length != 4) {
                csv.refuse("population.fields", Location.line(number), "3", HEADER);
            } else if (!NUMBER.matcher(fields[0]).matches()) {
                csv.refuse("population.pupil-number", Location.field(number, "leerlingnummer"));
            } else if (!isSchoolYear(fields[2])) {
                csv.refuse("population.school-year", Location.field(number, "schooljaar"));
            } else if (Integer.parseInt(fields[2], 0, 4, 10) != schoolYear) {
                otherYears++;
            } else {
                String parent = fields.length == 4 && !fields[3].isBlank() ? fields[3] : fields[1];
                if (isNumber(fields[1], "insz", number) && isNumber(parent, PARENT, number)) {
                    add(Insz.of(fields[1], realm), Insz.of(parent, realm), fields[0], number);
                }
            }
        }

        private boolean isNumber(String text, String field, int number) {
            Optional<InszFault> fault = Insz.fault(text, realm);
            fault.ifPresent(why -> csv.refuse(why.code(), Location.field(number, field)));
            return fault.isEmpty();
        }

        private void add(Insz person, Insz parent, String pupil, int number) {
            Insz other = numbers.putIfAbsent(pupil, person);
            Integer place = places.putIfAbsent(pupil, number);
            if (other != null && !other.equals(person)) {
                csv.refuse("population.pupil-twice", Location.field(number, "leerlingnummer"), place.toString());
                return;
            }
            SortedSet<String> own = pupils.computeIfAbsent(person, none -> new TreeSet<>());
            households.computeIfAbsent(person, none -> new LinkedHashSet<>()).add(parent);
            if (!own.isEmpty()) {
                twice.add(person);
            }
            own.add(pupil);
        }

        private List<Subject> subjects() {
            return pupils.entrySet().stream()
                    .map(pupil -> new Subject(
                            pupil.getKey(), List.copyOf(pupil.getValue()), List.copyOf(households.get(pupil.getKey()))))
                    .toList();
        }

        private static boolean isSchoolYear(String text) {
            Matcher matcher = SCHOOL_YEAR.matcher(text);
            return matcher.matches() && Integer.parseInt(matcher.group(2)) == Integer.parseInt(matcher.group(1)) + 1;
        }
    }
}
