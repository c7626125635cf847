package be.zeef.cli;

import be.zeef.cli.argument.MisuseException;
import be.zeef.payment.NoSuchPaymentFileException;
import be.zeef.settings.SettingsException;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a command ends with, in one place:
 * <ul>
 *   <li>0: it was done;
 *   <li>1: it was understood, and it ends with a finding or a refusal;
 *   <li>2: what was typed or set is wrong: it has another form than is asked for, does not go together, or names what is not
 *       there. Nothing was begun; another command line or other settings are needed.
 * </ul>
 */
public final class ExitCode {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSE = 2;

    /** Findings about an argument itself, and not about what it leads to. */
    private static final Pattern ABOUT_WHAT_WAS_TYPED = Pattern.compile(
            "agreement\\.unknown|counter\\.(card|day-.*|insz-.*|name-.*|reason-.*)|claim\\.(amount|year|reference-(shape|number))");

    private static final List<Class<? extends Exception>> MISUSED =
            List.of(MisuseException.class, NoSuchPaymentFileException.class, SettingsException.class);

    private ExitCode() {}

    public static int of(boolean done) {
        return done ? DONE : REFUSED;
    }

    public static int of(Report report) {
        return of(List.of(report));
    }

    /** The worst of them. */
    public static int of(List<Report> reports) {
        boolean misuse = reports.stream()
                .flatMap(report -> report.findings().stream())
                .map(Finding::code)
                .anyMatch(code -> ABOUT_WHAT_WAS_TYPED.matcher(code).matches());
        return misuse ? MISUSE : of(reports.stream().allMatch(Report::acceptable));
    }

    public static int of(Exception failure) {
        if (failure instanceof InvalidMessageException invalid) {
            return of(invalid.report());
        }
        return MISUSED.stream().anyMatch(type -> type.isInstance(failure)) ? MISUSE : REFUSED;
    }
}
