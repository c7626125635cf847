package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import be.zeef.validation.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read of a population whose people are asked about one by one.
 *
 * @param subjects each person once
 * @param fingerprint SHA-256 of the file, in hexadecimal
 * @param mutations what the file says has become of people; who has died is no subject
 */
public record SubjectsRead(
        List<Subject> subjects, String fingerprint, long refusedLines, Report report, Mutations mutations) {
    public SubjectsRead {
        subjects = List.copyOf(subjects);
    }

    /** The same for a run of this day: without those whose number says that they were born after it, and that told. */
    public SubjectsRead bornBy(LocalDate on) {
        List<Subject> born = subjects.stream()
                .filter(subject -> !subject.person().earliestBirth().isAfter(on))
                .toList();
        int notYet = subjects.size() - born.size();
        return notYet == 0 ? this : new SubjectsRead(born, fingerprint, refusedLines, told(notYet, on), mutations);
    }

    private Report told(int notYet, LocalDate on) {
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.add(Finding.information(
                "population.not-yet-born", Location.WHOLE, Integer.toString(notYet), on.toString()));
        Map<Severity, Long> counts = new HashMap<>(report.counts());
        counts.merge(Severity.INFORMATION, 1L, Long::sum);
        return new Report(report.subject(), findings, counts);
    }
}
