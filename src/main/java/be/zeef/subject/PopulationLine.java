package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads one line {@code insz;referentiepersoon;positie;postcode;geboortedatum}; told apart by field when it is bad. */
final class PopulationLine {

    static final String HEADER = "insz;referentiepersoon;positie;postcode;geboortedatum";

    private static final int FIELDS = 5;

    private final Realm realm;
    private final int[] ends = new int[FIELDS];
    private long insz;
    private long reference;
    private LocalDate latestBirth = LocalDate.MAX;

    PopulationLine(Realm realm) {
        this.realm = realm;
    }

    /** The person, or −1 when that field was refused. */
    long insz() {
        return insz;
    }

    /** The reference person, or −1 when that field was refused. */
    long reference() {
        return reference;
    }

    /** The latest date of birth that the field leaves open; far in the future when it was refused. */
    LocalDate latestBirth() {
        return latestBirth;
    }

    /** From now on the person is of no household but an own one. */
    void standAlone() {
        reference = insz;
    }

    /** Reads a line; false when it was refused, and then the findings say why. */
    boolean read(String line, int number, Findings findings) {
        insz = -1;
        reference = -1;
        latestBirth = LocalDate.MAX;
        if (!split(line)) {
            findings.add(Finding.error("population.fields", Location.line(number), Integer.toString(FIELDS), HEADER));
            return false;
        }
        insz = numberIn(line, 0, ends[0], "insz", number, findings);
        reference = numberIn(line, ends[0] + 1, ends[1], "referentiepersoon", number, findings);
        boolean position = digits(line, ends[1] + 1, ends[2], 2, "positie", number, findings);
        boolean postcode = digits(line, ends[2] + 1, ends[3], 4, "postcode", number, findings);
        boolean birth = date(line, ends[3] + 1, ends[4], number, findings);
        if (birth) {
            latestBirth = latest(line, ends[3] + 1);
        }
        return insz >= 0 && reference >= 0 && position && postcode && birth;
    }

    private boolean split(String line) {
        int field = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ';') {
                if (field == FIELDS - 1) {
                    return false;
                }
                ends[field++] = i;
            }
        }
        ends[field] = line.length();
        return field == FIELDS - 1;
    }

    private long numberIn(String line, int from, int to, String field, int number, Findings findings) {
        CharSequence text = line.substring(from, to);
        Optional<InszFault> fault = Insz.fault(text, realm);
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
    private static LocalDate latest(String line, int from) {
        int year = Integer.parseInt(line, from, from + 4, 10);
        int month = Integer.parseInt(line, from + 5, from + 7, 10);
        int day = Integer.parseInt(line, from + 8, from + 10, 10);
        if (month < 1 || month > 12) {
            return LocalDate.of(year, 12, 31);
        }
        int last = YearMonth.of(year, month).lengthOfMonth();
        return LocalDate.of(year, month, day < 1 || day > last ? last : day);
    }

    /** {@code yyyy-MM-dd}; month and day may be 00 where the register does not know them. */
    private static boolean date(String line, int from, int to, int number, Findings findings) {
        boolean good = to - from == 10;
        for (int i = 0; good && i < 10; i++) {
            char c = line.charAt(from + i);
            good = i == 4 || i == 7 ? c == '-' : c >= '0' && c <= '9';
        }
        if (!good) {
            findings.add(Finding.error("population.date", Location.field(number, "geboortedatum"), "geboortedatum"));
        }
        return good;
    }
}
