package be.zeef.storage;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Why a database does not open, as far as its driver lets us know. No text names a user, a password or an address. */
enum DatabaseTrouble {
    FULL("The disk that the database lies on is full. Nothing was changed. Make room, then run the command again."),
    FORBIDDEN(
            "The database's folder may not be read or written by the user that Zeef runs as, or is no folder. Give that user the"
                    + " permission, or set another 'data' (docs/configuration.md)."),
    DRIVER(
            "There is no driver for the database that 'database.url' names. Zeef brings those of H2 and PostgreSQL: write"
                    + " jdbc:h2:file:… or jdbc:postgresql:…."),
    HOST("The host of the database is known to nobody. Check 'database.url', and that this machine can look names up."),
    PORT(
            "Nothing answers at the host and port of the database. Check 'database.url', that the database runs, and the way to it."),
    PASSWORD("The database refuses our user or password. Check 'database.user' and 'database.password', and that"
            + " data/keys/passwords.properties belongs to this database."),
    ABSENT("The server has no database of the name that 'database.url' ends with. Correct the name, or have it made."),
    OTHER("The database cannot be reached or refuses our password. Check 'database' in the settings, and that"
            + " data/keys/passwords.properties belongs to this database.");

    private static final int DEEPEST = 20;

    private final String text;

    DatabaseTrouble(String text) {
        this.text = text;
    }

    /** What it is and what to do. */
    String text() {
        return text;
    }

    static DatabaseTrouble of(Throwable failure) {
        List<Throwable> all = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return Stream.of(FULL, FORBIDDEN, DRIVER, HOST, PORT, PASSWORD, ABSENT)
                .filter(kind -> all.stream().anyMatch(kind::is))
                .findFirst()
                .orElse(OTHER);
    }

    private boolean is(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        String state = failure instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return switch (this) {
            case FULL ->
                said.contains("No space left on device")
                        || said.contains("Disk quota exceeded")
                        || state.equals("53100");
            case FORBIDDEN ->
                failure instanceof AccessDeniedException
                        || said.contains("Permission denied")
                        || said.contains("Read-only file system")
                        || said.contains("Not a directory")
                        || failure instanceof java.nio.file.FileAlreadyExistsException;
            case DRIVER -> failure instanceof NoDriverException || said.contains("No suitable driver");
            case HOST -> failure instanceof UnknownHostException;
            case PORT ->
                failure instanceof ConnectException
                        || failure instanceof NoRouteToHostException
                        || failure instanceof SocketTimeoutException;
            case PASSWORD -> state.startsWith("28");
            case ABSENT -> state.equals("3D000");
            case OTHER -> true;
        };
    }
}
