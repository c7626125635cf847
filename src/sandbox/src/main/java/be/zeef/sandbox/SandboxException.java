package be.zeef.sandbox;

import be.zeef.settings.SettingsException;

/** The sandbox cannot be started or stopped; the message says why and what to do. */
public final class SandboxException extends SettingsException {

    private static final long serialVersionUID = 1L;

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
