package be.zeef.subject;

import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads people, such as those who hold a social tariff: CSV with the one column {@code insz}. */
public final class PersonReader {

    static final String HEADER = "insz";

    private final Path file;
    private final Realm realm;
    private final double maxBadShare;

    /** @param maxBadShare share of refused lines (0–1) above which the whole file is refused */
    public PersonReader(Path file, Realm realm, double maxBadShare) {
        this.file = file;
        this.realm = realm;
        this.maxBadShare = maxBadShare;
    }

    /**
     * @throws InvalidMessageException when the file is missing, is no such list, or too many of its lines are bad
     */
    public SubjectsRead read() {
        Findings findings = new Findings();
        CsvFile csv = new CsvFile(file, realm, findings);
        Map<Insz, Subject> people = new LinkedHashMap<>();
        csv.read(HEADER, (fields, number) -> {
            Optional<InszFault> fault =
                    fields.length == 1 ? Insz.fault(fields[0], realm) : Optional.of(InszFault.SHAPE);
            if (fault.isPresent()) {
                csv.refuse(fault.get().code(), Location.field(number, HEADER));
            } else {
                Insz person = Insz.of(fields[0], realm);
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
