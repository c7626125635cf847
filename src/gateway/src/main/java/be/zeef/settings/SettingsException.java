package be.zeef.settings;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Report;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings cannot be used. The message names the file and the key. */
public class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    /** About a setting, wherever it was set. */
    public SettingsException(String what) {
        super(what);
        report = null;
    }

    /** Why, with what lies below it. */
    public SettingsException(String what, Throwable cause) {
        super(what, cause);
        report = null;
    }

    public SettingsException(Path file, String what, Throwable cause) {
        this(file + ": " + what, cause);
    }

    /** About a file, with the place of each fault in it. */
    public SettingsException(Report report) {
        super(report.findings().stream()
                .map(each -> report.subject() + ": " + line(each) + each.text(Locale.getDefault()))
                .collect(Collectors.joining("\n")));
        this.report = report;
    }

    private static String line(Finding fault) {
        int line = fault.location().line();
        return line == 0 ? "" : "line " + line + ": ";
    }

    /** About a file, for one reason. */
    static SettingsException of(Path file, Finding reason) {
        Findings findings = new Findings();
        findings.add(reason);
        return new SettingsException(findings.report(file.toString()));
    }

    /** The faults of the file, when it is about one. */
    public Optional<Report> report() {
        return Optional.ofNullable(report);
    }
}
