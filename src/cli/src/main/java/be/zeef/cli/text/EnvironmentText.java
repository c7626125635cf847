package be.zeef.cli.text;

import be.zeef.subject.HiddenNumber;
import be.zeef.validation.PlainText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the machine refuses us, told as what it is: a disk that is full, a folder that may not be written to, a folder where a file
 * was meant, a port that is taken. Names a file only where its name holds nobody's number.
 */
public final class EnvironmentText {

    private static final int DEEPEST = 20;

    private EnvironmentText() {}

    /** What is to be said of this failure; empty when the machine is not to blame. */
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(EnvironmentText::said)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> said(Throwable failure) {
        if (failure instanceof InvalidPathException) {
            return Optional.of("a name of a file or folder has a sign that none may have. Correct it.");
        }
        if (!(failure instanceof IOException)) {
            return text(failure).contains("No space left on device") ? Optional.of(full("")) : Optional.empty();
        }
        if (text(failure).matches("(?s).*(No space left on device|Disk quota exceeded).*")) {
            return Optional.of(full(file(failure)));
        }
        return net(failure).or(() -> file(failure, text(failure)));
    }

    private static Optional<String> net(Throwable failure) {
        if (failure instanceof BindException) {
            return Optional.of("a port that is to be listened on is taken, or may not be: "
                    + PlainText.of(text(failure))
                    + ". Stop what listens there, or set another port (docs/configuration.md).");
        }
        if (failure instanceof UnknownHostException) {
            return Optional.of("nobody knows the host " + shown(text(failure))
                    + ". Check its name in the settings, and that this machine can look names up.");
        }
        return failure instanceof ConnectException || failure instanceof SocketTimeoutException
                ? Optional.of("a server cannot be reached: " + PlainText.of(text(failure))
                        + ". Check its host and port in the settings, and the way to it.")
                : Optional.empty();
    }

    private static Optional<String> file(Throwable failure, String text) {
        String file = file(failure);
        if (failure instanceof NoSuchFileException) {
            return Optional.of("there is no file or folder" + file + ". Correct the name, or make what it names.");
        }
        if (failure instanceof NotDirectoryException || text.contains("Not a directory")) {
            return Optional.of("a file stands where a folder is meant" + file + ". Name a folder, or move the file.");
        }
        if (failure instanceof FileAlreadyExistsException) {
            return Optional.of("something stands already where a file or folder is to be made" + file
                    + ". Name another place, or move it.");
        }
        if (text.contains("Is a directory")) {
            return Optional.of("a folder stands where a file is meant" + file + ". Name a file in it.");
        }
        if (failure instanceof AccessDeniedException || text.contains("Permission denied")) {
            return Optional.of("this may not be read or written by the user that Zeef runs as" + file
                    + ". Give that user the permission, or name another place.");
        }
        if (text.contains("Read-only file system")) {
            return Optional.of("this lies on a disk that cannot be written to" + file + ". Name another place.");
        }
        return failure instanceof FileSystemException || failure instanceof FileNotFoundException
                ? Optional.of(
                        "a file or folder cannot be used" + file + ". Check that it is there and of the right kind.")
                : Optional.empty();
    }

    private static String full(String file) {
        return "the disk is full" + file + ". What was acknowledged is kept; make room, then run the command again.";
    }

    /** With a colon before it; nothing where its name is not known or may hold a number. */
    private static String file(Throwable failure) {
        String name = failure instanceof FileSystemException of && of.getFile() != null ? of.getFile() : "";
        return name.isEmpty() ? "" : ": " + shown(name);
    }

    private static String shown(String name) {
        String plain = PlainText.of(name);
        return HiddenNumber.in(plain)
                ? "(its name is not repeated, for the digits in it may be a person's number)"
                : plain;
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
