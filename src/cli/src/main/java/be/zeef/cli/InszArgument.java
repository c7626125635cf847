package be.zeef.cli;

import be.zeef.subject.Insz;
import be.zeef.subject.InszFault;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A number given to a command: as an argument, or on standard input, which keeps it out of the shell's history. */
final class InszArgument {

    private InszArgument() {}

    /**
     * @param argument eleven digits, or {@code -} for the first line of standard input
     * @param command named in the report
     * @throws InvalidMessageException naming the fault, never the number
     */
    static Insz read(String argument, Realm realm, String command) throws IOException {
        String text = argument.equals("-")
                ? Optional.ofNullable(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                                .readLine())
                        .orElse("")
                : argument;
        Optional<InszFault> fault = Insz.fault(text.strip(), realm);
        if (fault.isPresent()) {
            Findings findings = new Findings();
            findings.add(Finding.fatal(fault.get().code("counter"), Location.path("INSZ")));
            throw new InvalidMessageException(findings.report(command));
        }
        return Insz.of(text.strip(), realm);
    }
}
