package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small {@link Extract}, told field by field in one reading, and read again to see that it stands still. Where it has dates of
 * death, the lines of those who have died are left out and counted; neither that column nor the one of former numbers is among
 * the fields.
 */
final class CsvFile {

    private final Extract extract;
    private final Realm realm;
    private final LocalDate bornBy;
    private final Findings findings;
    private final List<Long> deceased = new ArrayList<>();
    private final Map<Long, List<Long>> replaced = new HashMap<>();
    private Extract.Seen seen;
    private long refused;

    /** Is told each line after the header; {@code number} counts all lines of the file from 1. */
    @FunctionalInterface
    interface LineReader {
        void line(String[] fields, int number);

        /** Is told before the first line what the fields of each line are called. */
        default void columns(List<String> names) {}
    }

    /** @param bornBy the last day on which the bearer of a number can be born ({@link DayRule#bornBy}) */
    CsvFile(Path file, Realm realm, LocalDate bornBy, Findings findings) {
        this(new Extract(file), realm, bornBy, findings);
    }

    CsvFile(Extract extract, Realm realm, LocalDate bornBy, Findings findings) {
        this.extract = extract;
        this.realm = realm;
        this.bornBy = bornBy;
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
        seen = extract.read(headers, findings, new Living(reader));
        if (!deceased.isEmpty()) {
            findings.add(Finding.information("population.deceased", Location.WHOLE, Integer.toString(deceased.size())));
        }
        if (!extract.read(headers, findings, (text, number) -> {}).equals(seen)) {
            throw extract.changed(findings);
        }
        seen.tell(findings);
    }

    /** Tells the lines of the living. */
    private final class Living implements Extract.LineReader {
        private final LineReader reader;
        private int columns;
        private int person;
        private ExtractColumns more = ExtractColumns.NONE;

        Living(LineReader reader) {
            this.reader = reader;
        }

        @Override
        public void columns(String fixed, ExtractColumns also) {
            List<String> names = List.of(fixed.split(";"));
            columns = names.size();
            person = names.indexOf(PersonReader.HEADER);
            more = also;
            reader.columns(names);
        }

        @Override
        public void line(String text, int number) {
            String[] fields = text.split(";", -1);
            if (fields.length != columns + more.count()) {
                reader.line(more.count() == 0 ? fields : Arrays.copyOf(fields, 0), number);
            } else if (more.death() && !fields[columns].isBlank()) {
                // a date that cannot be read says so all the same
                deceased.add(person(fields));
                String died = fields[columns];
                refused += PopulationLine.date(died, 0, died.length(), ExtractColumns.DEATH, number, findings) ? 0 : 1;
            } else if (!more.former() || known(fields, number)) {
                reader.line(Arrays.copyOf(fields, columns), number);
            }
        }

        private boolean known(String[] fields, int number) {
            Optional<List<Long>> former =
                    PopulationLine.former(fields[fields.length - 1], realm, bornBy, number, findings);
            former.filter(numbers -> !numbers.isEmpty()).ifPresent(numbers -> replaced.put(person(fields), numbers));
            refused += former.isPresent() ? 0 : 1;
            return former.isPresent();
        }

        /** 0 where the number cannot be read, which its reader tells. */
        private long person(String[] fields) {
            return fault(fields[person]).isPresent() ? 0L : Long.parseLong(fields[person]);
        }
    }

    /** What is wrong with a number of this file; empty when nothing is. */
    Optional<InszFault> fault(CharSequence number) {
        return Insz.fault(number, realm, bornBy);
    }

    /** A number of this file, with which nothing is wrong. */
    Insz number(CharSequence number) {
        return Insz.of(number, realm, bornBy);
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

    /** What the file says has become of people whose numbers can be read. */
    Mutations mutations() {
        replaced.remove(0L);
        return new Mutations(
                deceased.stream()
                        .mapToLong(Long::longValue)
                        .filter(insz -> insz > 0)
                        .toArray(),
                replaced);
    }

    /** SHA-256 of the file as it was read, in hexadecimal. */
    String fingerprint() {
        return seen.fingerprint();
    }
}
