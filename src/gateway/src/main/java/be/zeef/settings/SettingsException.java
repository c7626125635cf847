package be.zeef.settings;

import java.nio.file.Path;

/** The settings cannot be used. The message names the file and the key. */
public class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** About a setting, wherever it was set. */
    public SettingsException(String what) {
        super(what);
    }

    /** Why, with what lies below it. */
    public SettingsException(String what, Throwable cause) {
        super(what, cause);
    }

    public SettingsException(Path file, String what, Throwable cause) {
        super(file + ": " + what, cause);
    }
}
