package be.zeef.subject;

import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads people, such as those who hold a social tariff: CSV with the one column {@code insz}. */
public final class PersonReader {

    static final String HEADER = "insz";

    private final Path file;
    private final Realm realm;
    private final LocalDate bornBy;
    private final double maxBadShare;

    /**
     * @param bornBy the last day on which the bearer of a number can be born ({@link DayRule#bornBy})
     * @param maxBadShare share of refused lines (0–1) above which the whole file is refused
     */
    public PersonReader(Path file, Realm realm, LocalDate bornBy, double maxBadShare) {
        this.file = file;
        this.realm = realm;
        this.bornBy = bornBy;
        this.maxBadShare = maxBadShare;
    }

    /**
     * @throws InvalidMessageException when the file is missing, is no such list, or too many of its lines are bad
     */
    public SubjectsRead read() {
        Findings findings = new Findings();
        CsvFile csv = new CsvFile(file, realm, bornBy, findings);
        Map<Insz, Subject> people = new LinkedHashMap<>();
        csv.read(HEADER, (fields, number) -> {
            Optional<InszFault> fault = fields.length == 1 ? csv.fault(fields[0]) : Optional.of(InszFault.SHAPE);
            if (fault.isPresent()) {
                csv.refuse(fault.get().code(), Location.field(number, HEADER));
            } else {
                Insz person = csv.number(fields[0]);
                if (people.putIfAbsent(person, new Subject(person, "")) != null) {
                    csv.refuse("population.duplicate", Location.field(number, HEADER));
                }
            }
        });
        csv.requireShare(maxBadShare);
        return new SubjectsRead(
                java.util.List.copyOf(people.values()),
                csv.fingerprint(),
                csv.refusedLines(),
                findings.report(file.getFileName().toString()),
                csv.mutations());
    }
}
