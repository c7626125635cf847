package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the enrolled pupils of one school year: CSV {@code leerlingnummer;insz;schooljaar}, and where the school knows it
 * {@code ;ouder}: the number of a parent with whom the pupil lives by this line. Without one it is where the pupil is registered. Behind
 * those stand the columns of the recipient's other kinds of keys, where the agreement has them: a child in the city's childcare has a file
 * number there and no pupil number. A line has one of the keys at least; with several the recipient knows the child under each.
 *
 * <p>A refused line is told by line and field and stops nothing else. A pupil number that is two people's is refused on its
 * later line. A person on two lines is a child in two households: both lines are read, either household may be the one
 * that is granted, what is granted goes out under each of their numbers, and how many such children there are is told.
 */
public final class PupilReader {

    static final String HEADER = "leerlingnummer;insz;schooljaar";
    private static final int FIXED = 3;
    private static final String PUPIL = "leerlingnummer";
    private static final String PARENT = "ouder";

    /** A key is the recipient's own, such as a school's pupil number: 1–40 letters, digits, dots, dashes or underscores, led by a letter or digit. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})-(\\d{4})");

    private final Path file;
    private final Realm realm;
    private final LocalDate bornBy;
    private final double maxBadShare;
    private final int schoolYear;
    private final Map<String, String> otherKeys;

    /**
     * @param bornBy the last day on which the bearer of a number can be born ({@link DayRule#bornBy})
     * @param maxBadShare share of refused lines (0–1) above which the whole file is refused
     * @param schoolYear the year in which the school year begins; lines of another are left out and counted
     * @param otherKeys by kind the column that a key of the recipient's other kinds stands in; the file has all or none of them
     */
    public PupilReader(
            Path file,
            Realm realm,
            LocalDate bornBy,
            double maxBadShare,
            int schoolYear,
            Map<String, String> otherKeys) {
        this.otherKeys = new TreeMap<>(otherKeys);
        this.file = file;
        this.realm = realm;
        this.bornBy = bornBy;
        this.maxBadShare = maxBadShare;
        this.schoolYear = schoolYear;
    }

    /**
     * @throws InvalidMessageException when the file is missing, is no such list, or too many of its lines are bad
     */
    public SubjectsRead read() {
        Findings findings = new Findings();
        CsvFile csv = new CsvFile(file, realm, bornBy, findings);
        Lines lines = new Lines(csv);
        csv.read(headers(), lines);
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

    /** The fixed columns, with that of the parent or without it, and all other keys behind them or none. */
    private List<String> headers() {
        String keys = String.join(
                "", otherKeys.values().stream().map(each -> ";" + each).toList());
        return Stream.of(HEADER, HEADER + ";" + PARENT, HEADER + keys, HEADER + ";" + PARENT + keys)
                .distinct()
                .toList();
    }

    /** The lines of one file as they are read. */
    private final class Lines implements CsvFile.LineReader {
        private final CsvFile csv;
        private final Map<Insz, SortedSet<String>> pupils = new LinkedHashMap<>();
        private final Map<RecipientKey, Insz> numbers = new HashMap<>();
        private final Map<RecipientKey, Integer> places = new HashMap<>();
        private final Map<Insz, Integer> lastLines = new HashMap<>();
        private final Map<Insz, Set<Insz>> households = new HashMap<>();
        private final Set<Insz> twice = new HashSet<>();
        private List<String> columns = List.of();
        private long otherYears;

        Lines(CsvFile csv) {
            this.csv = csv;
        }

        @Override
        public void columns(List<String> names) {
            columns = names;
        }

        @Override
        public void line(String[] fields, int number) {
            if (fields.length < FIXED || fields.length > columns.size()) {
                csv.refuse(
                        "population.fields",
                        Location.line(number),
                        Integer.toString(columns.size()),
                        String.join(";", columns));
            } else if (!haveKeys(fields, number)) {
                return;
            } else if (!isSchoolYear(fields[2])) {
                csv.refuse("population.school-year", Location.field(number, "schooljaar"));
            } else if (Integer.parseInt(fields[2], 0, 4, 10) != schoolYear) {
                otherYears++;
            } else {
                String named = field(fields, PARENT);
                String parent = named.isBlank() ? fields[1] : named;
                if (isNumber(fields[1], "insz", number) && isNumber(parent, PARENT, number)) {
                    Insz person = csv.number(fields[1]);
                    keys(fields).forEach((column, key) -> add(person, csv.number(parent), column, key, number));
                }
            }
        }

        /** What stands in this column; nothing where the file or the line has none. */
        private String field(String[] fields, String column) {
            int place = columns.indexOf(column);
            return place < 0 || place >= fields.length ? "" : fields[place];
        }

        /** The keys of a line, by the column each stands in. */
        private Map<String, RecipientKey> keys(String[] fields) {
            Map<String, RecipientKey> keys = new LinkedHashMap<>();
            if (!fields[0].isEmpty()) {
                keys.put(PUPIL, new RecipientKey("", fields[0]));
            }
            otherKeys.forEach((kind, column) -> {
                if (!field(fields, column).isEmpty()) {
                    keys.put(column, new RecipientKey(kind, field(fields, column)));
                }
            });
            return keys;
        }

        private boolean haveKeys(String[] fields, int number) {
            boolean pupilsOnly = otherKeys.values().stream().noneMatch(columns::contains);
            Map<String, RecipientKey> keys = keys(fields);
            if (keys.isEmpty() && !pupilsOnly) {
                csv.refuse(
                        "population.no-key",
                        Location.field(number, PUPIL),
                        PUPIL + ", " + String.join(", ", otherKeys.values()));
                return false;
            }
            boolean pupil = (keys.isEmpty() || keys.containsKey(PUPIL)) && !isKey(fields[0]);
            if (pupil) {
                csv.refuse("population.pupil-number", Location.field(number, PUPIL));
                return false;
            }
            for (Map.Entry<String, RecipientKey> key : keys.entrySet()) {
                if (!isKey(key.getValue().number())) {
                    csv.refuse("population.key-number", Location.field(number, key.getKey()), key.getKey());
                    return false;
                }
                if (isSomebodys(key.getValue().number(), fields)) {
                    csv.refuse("population.key-insz", Location.field(number, key.getKey()), key.getKey());
                    return false;
                }
            }
            return true;
        }

        /** A recipient that is told by its own key is not told anybody's national number instead, however it is written. */
        private boolean isSomebodys(String key, String[] fields) {
            String digits = key.replaceAll("[^0-9]", "");
            return Insz.parse(digits).isPresent()
                    || Stream.of(fields[1], field(fields, PARENT))
                            .anyMatch(number -> !number.isBlank() && digits.contains(number));
        }

        private static boolean isKey(String text) {
            return NUMBER.matcher(text).matches();
        }

        private boolean isNumber(String text, String field, int number) {
            Optional<InszFault> fault = csv.fault(text);
            fault.ifPresent(why -> csv.refuse(why.code(), Location.field(number, field)));
            return fault.isEmpty();
        }

        private void add(Insz person, Insz parent, String column, RecipientKey key, int number) {
            Insz other = numbers.putIfAbsent(key, person);
            Integer place = places.putIfAbsent(key, number);
            if (other != null && !other.equals(person)) {
                csv.refuse("population.pupil-twice", Location.field(number, column), place.toString());
                return;
            }
            SortedSet<String> own = pupils.computeIfAbsent(person, none -> new TreeSet<>());
            households.computeIfAbsent(person, none -> new LinkedHashSet<>()).add(parent);
            Integer before = lastLines.put(person, number);
            if (before != null && before != number) {
                twice.add(person);
            }
            own.add(key.written());
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
