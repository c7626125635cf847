package be.zeef.storage;

import java.util.Locale;

/** The database cannot be used. The message says why and what to do; it names no user and no password. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    static StorageException unreachable(Throwable cause) {
        String all = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (all.contains("already in use") || all.contains("locked")) {
            return inUse(cause);
        }
        return new StorageException(DatabaseTrouble.of(cause).text(), cause);
    }

    static StorageException inUse(Throwable cause) {
        return new StorageException(
                "The database is in use by another Zeef process. Wait until it has finished, or stop it; several"
                        + " nodes need PostgreSQL.",
                cause);
    }

    /** @param cause nothing was changed */
    static StorageException unwritable(Throwable cause) {
        DatabaseTrouble trouble = DatabaseTrouble.of(cause);
        return trouble != DatabaseTrouble.OTHER
                ? new StorageException(trouble.text(), cause)
                : new StorageException(
                        "The database's folder cannot be written: "
                                + cause.getClass().getSimpleName()
                                + ". Nothing was changed. See that the disk has room for a second copy of the database, and that"
                                + " the folder is ours.",
                        cause);
    }

    static StorageException unusable(Throwable cause) {
        DatabaseTrouble trouble = DatabaseTrouble.of(cause);
        return trouble != DatabaseTrouble.OTHER
                ? new StorageException(trouble.text(), cause)
                : new StorageException(
                        "The database cannot be brought to this version: "
                                + cause.getClass().getSimpleName()
                                + ". Restore the backup that belongs to this version, or run the newer version that wrote it.",
                        cause);
    }

    static StorageException otherSecrets(String name) {
        return new StorageException(
                "The secret '" + name + "' in data/keys/secrets.p12 is not the one this database was written with."
                        + " Nothing was asked: with it everybody would be granted anew. Restore secrets.p12 from the backup"
                        + " that belongs to the database.",
                null);
    }
}
