package be.zeef.subject;

import be.zeef.validation.Report;
import java.util.List;

/**
 * What was read of a population whose people are asked about one by one.
 *
 * @param subjects each person once
 * @param fingerprint SHA-256 of the file, in hexadecimal
 */
public record SubjectsRead(List<Subject> subjects, String fingerprint, long refusedLines, Report report) {
    public SubjectsRead {
        subjects = List.copyOf(subjects);
    }
}
