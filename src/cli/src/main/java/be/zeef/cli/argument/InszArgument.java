package be.zeef.cli.argument;

import be.zeef.cli.terminal.Terminal;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** A number given to a command: as an argument, or on standard input, which keeps it out of the shell's history. */
public final class InszArgument {

    private InszArgument() {}

    /**
     * @param argument eleven digits, or {@code -} for the first line of standard input
     * @param on the day it is asked about or granted for
     * @param command named in the report
     * @param terminal whose standard input is read
     * @throws be.zeef.validation.InvalidMessageException naming the fault, never the number
     * @throws MisuseException when standard input has no number
     */
    public static Insz read(String argument, DayRule days, LocalDate on, String command, Terminal terminal)
            throws IOException {
        String text = argument.equals("-") ? firstLine(terminal) : argument.strip();
        LocalDate bornBy = days.bornBy(on);
        Typed.require(
                Insz.fault(text, days.realm(), bornBy)
                        .map(fault -> Finding.fatal(fault.code("counter"), Location.path("INSZ"))),
                command);
        return Insz.of(text, days.realm(), bornBy);
    }

    private static String firstLine(Terminal terminal) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.US_ASCII));
        return Optional.ofNullable(in.readLine())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .orElseThrow(
                        () -> new MisuseException(
                                "nothing came on standard input, and - says that the number is there."
                                        + " Type it and press Enter when the command waits, or let another program write it there."));
    }
}
