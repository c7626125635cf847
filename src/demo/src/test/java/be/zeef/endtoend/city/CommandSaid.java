package be.zeef.endtoend.city;

import be.zeef.cli.Zeef;
import be.zeef.subject.Today;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** What a command line ended with, and all that it said, on both streams. */
public record CommandSaid(int code, String text) {

    public static CommandSaid of(String... words) {
        StringWriter said = new StringWriter();
        CommandLine line = Zeef.line(Today.wallClock());
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new CommandSaid(line.execute(words), said.toString());
    }

    /** The same, with this on standard input. */
    public static CommandSaid reading(String input, String... words) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return of(words);
        } finally {
            System.setIn(before);
        }
    }
}
