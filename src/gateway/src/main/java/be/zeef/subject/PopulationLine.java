package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one line {@code insz;referentiepersoon;positie;postcode;geboortedatum}, with {@code overlijdensdatum} and {@code vorigInsz} after it
 * where the extract has those columns, and after those the ones that go along to the recipient; told apart by field when it is bad.
 */
final class PopulationLine {

    static final String HEADER = "insz;referentiepersoon;positie;postcode;geboortedatum";

    private static final int FIELDS = 5;

    private final Realm realm;
    private final LocalDate bornBy;
    private int[] ends = new int[FIELDS];
    private ExtractColumns more = ExtractColumns.NONE;
    private List<Long> former = List.of();
    private String text = "";
    private boolean deceased;
    private long insz;
    private long reference;
    private LocalDate earliestBirth = LocalDate.MIN;
    private LocalDate latestBirth = LocalDate.MAX;

    PopulationLine(Realm realm, LocalDate bornBy) {
        this.realm = realm;
        this.bornBy = bornBy;
    }

    /** The person, or −1 when that field was refused. */
    long insz() {
        return insz;
    }

    /** The reference person, or −1 when that field was refused. */
    long reference() {
        return reference;
    }

    /** The earliest date of birth that the field leaves open; far in the past when it was refused or the year is unknown. */
    LocalDate earliestBirth() {
        return earliestBirth;
    }

    /** The latest date of birth that the field leaves open; far in the future when it was refused or the year is unknown. */
    LocalDate latestBirth() {
        return latestBirth;
    }

    /** Whether the line says that the person has died, on a day that can be read or not. */
    boolean deceased() {
        return deceased;
    }

    /** The numbers that the person had before; none where the line names none, or was refused. */
    List<Long> former() {
        return former;
    }

    /** What stands in the columns that go along, with semicolons between. Only of a line that was not refused. */
    String agreed() {
        return text.substring(ends[FIELDS + more.count() - more.agreed().size() - 1] + 1);
    }

    /** Which columns the lines that follow have after the fixed ones. */
    void columns(ExtractColumns columns) {
        more = columns;
        ends = new int[FIELDS + columns.count()];
    }

    /** From now on the person is of no household but an own one. */
    void standAlone() {
        reference = insz;
    }

    /** Reads a line; false when it was refused, and then the findings say why. */
    boolean read(String line, int number, Findings findings) {
        insz = -1;
        reference = -1;
        earliestBirth = LocalDate.MIN;
        latestBirth = LocalDate.MAX;
        deceased = false;
        former = List.of();
        text = line;
        if (!split(line)) {
            findings.add(Finding.error(
                    "population.fields",
                    Location.line(number),
                    Integer.toString(FIELDS + more.count()),
                    more.header(HEADER)));
            return false;
        }
        deceased = more.death() && !line.substring(ends[4] + 1, ends[5]).isBlank();
        insz = numberIn(line, 0, ends[0], "insz", number, findings);
        reference = numberIn(line, ends[0] + 1, ends[1], "referentiepersoon", number, findings);
        boolean position = digits(line, ends[1] + 1, ends[2], 2, "positie", number, findings);
        boolean postcode = digits(line, ends[2] + 1, ends[3], 4, "postcode", number, findings);
        boolean birth = date(line, ends[3] + 1, ends[4], "geboortedatum", number, findings);
        boolean death = !deceased || date(line, ends[4] + 1, ends[5], ExtractColumns.DEATH, number, findings);
        boolean known = !more.former() || formerIn(line, number, findings);
        if (birth) {
            born(line, ends[3] + 1);
        }
        return insz >= 0 && reference >= 0 && position && postcode && birth && death && known;
    }

    private boolean formerIn(String line, int number, Findings findings) {
        int last = FIELDS + more.count() - more.agreed().size() - 1;
        Optional<List<Long>> read =
                former(line.substring(ends[last - 1] + 1, ends[last]), realm, bornBy, number, findings);
        former = read.orElse(List.of());
        return read.isPresent();
    }

    /** Reads the field of former numbers; empty when it was refused, and then the findings say why. */
    static Optional<List<Long>> former(String field, Realm realm, LocalDate bornBy, int number, Findings findings) {
        List<Long> numbers = new ArrayList<>();
        for (String each : field.isBlank() ? new String[0] : field.strip().split(" +")) {
            Optional<InszFault> fault = Insz.fault(each, realm, bornBy);
            if (fault.isPresent()) {
                findings.add(Finding.error(fault.get().code(), Location.field(number, ExtractColumns.FORMER)));
                return Optional.empty();
            }
            numbers.add(Insz.of(each, realm, bornBy).value());
        }
        return Optional.of(List.copyOf(numbers));
    }

    private boolean split(String line) {
        int fields = FIELDS + more.count();
        int field = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ';') {
                if (field == fields - 1) {
                    return false;
                }
                ends[field++] = i;
            }
        }
        ends[field] = line.length();
        return field == fields - 1;
    }

    private long numberIn(String line, int from, int to, String field, int number, Findings findings) {
        CharSequence text = line.substring(from, to);
        Optional<InszFault> fault = Insz.fault(text, realm, bornBy);
        if (fault.isEmpty()) {
            return Long.parseLong(text, 0, 11, 10);
        }
        findings.add(Finding.error(fault.get().code(), Location.field(number, field)));
        return -1;
    }

    private static boolean digits(
            String line, int from, int to, int count, String field, int number, Findings findings) {
        boolean good = to - from == count;
        for (int i = from; good && i < to; i++) {
            good = line.charAt(i) >= '0' && line.charAt(i) <= '9';
        }
        if (!good) {
            findings.add(
                    Finding.error("population.digits", Location.field(number, field), field, Integer.toString(count)));
        }
        return good;
    }

    /** Written so that nothing is made for each of millions of lines but the date itself. */
    private void born(String line, int from) {
        int year = Integer.parseInt(line, from, from + 4, 10);
        int month = Integer.parseInt(line, from + 5, from + 7, 10);
        int day = Integer.parseInt(line, from + 8, from + 10, 10);
        if (year == 0) {
            return;
        }
        if (month > 0 && day > 0) {
            earliestBirth = LocalDate.of(year, month, day);
            latestBirth = earliestBirth;
            return;
        }
        earliestBirth = LocalDate.of(year, month == 0 ? 1 : month, 1);
        latestBirth = month == 0
                ? LocalDate.of(year, 12, 31)
                : YearMonth.of(year, month).atEndOfMonth();
    }

    /** {@code yyyy-MM-dd}; any part may be zeros where the register does not know it. What no calendar has is no date. */
    static boolean date(String line, int from, int to, String field, int number, Findings findings) {
        boolean good = to - from == 10;
        for (int i = 0; good && i < 10; i++) {
            char c = line.charAt(from + i);
            good = i == 4 || i == 7 ? c == '-' : c >= '0' && c <= '9';
        }
        good = good && exists(line, from);
        if (!good) {
            findings.add(Finding.error("population.date", Location.field(number, field), field));
        }
        return good;
    }

    private static boolean exists(String line, int from) {
        int year = Integer.parseInt(line, from, from + 4, 10);
        int month = Integer.parseInt(line, from + 5, from + 7, 10);
        int day = Integer.parseInt(line, from + 8, from + 10, 10);
        // of a month that is not known it can be any day, and in a year that is not known any of a leap year
        int last = month == 0
                ? 31
                : month > 12 ? -1 : YearMonth.of(year == 0 ? 2000 : year, month).lengthOfMonth();
        return day <= last;
    }
}
