package be.zeef.cli.argument;

import be.zeef.ledger.Written;
import be.zeef.subject.HiddenNumber;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What somebody typed behind a command, held against what it must be. */
public final class Typed {

    static final String UNTOLD = "its name is not repeated, for the digits in it may be a person's number";

    private static final String REASON = "--reason";

    private Typed() {}

    /**
     * A name that was typed, for a message.
     *
     * @param otherwise in its place, where it may hold a person's number ({@link HiddenNumber})
     */
    public static String shown(Object name, String otherwise) {
        String text = PlainText.of(name.toString());
        return HiddenNumber.in(text) ? otherwise : text;
    }

    /**
     * @param place the option or parameter that names the file
     * @return the file
     * @throws MisuseException when it is not there, or cannot be read
     */
    public static Path readable(Path file, String place) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new MisuseException(place + " names no file that can be read: " + shown(file, UNTOLD)
                    + ". Correct the name, or make the file readable for you.");
        }
        return file;
    }

    /** @throws MisuseException when it is not at least one */
    public static int counting(int number, String place) {
        if (number < 1) {
            throw new MisuseException(place + " takes a whole number from 1 on.");
        }
        return number;
    }

    /**
     * @param command named in the report
     * @throws InvalidMessageException when there is a fault
     */
    public static void require(Optional<Finding> fault, String command) {
        fault.ifPresent(found -> {
            throw InvalidMessageException.of(command, found);
        });
    }

    /**
     * Why the ledger cannot keep who does something and why, as both were typed.
     *
     * @param option that names who
     * @param reason behind {@code --reason}
     */
    public static Optional<Finding> faultOf(String clerk, String option, String reason) {
        return Written.faultOfReason(reason.strip(), REASON)
                .or(() -> Written.faultOfName(clerk, option))
                .or(() -> Written.faultOfBoth(clerk, reason, REASON));
    }
}
