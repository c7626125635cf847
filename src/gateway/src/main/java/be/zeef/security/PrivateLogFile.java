package be.zeef.security;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;

/** A log that only its owner can read; {@code logback.xml} names it. */
public final class PrivateLogFile extends RollingFileAppender<ILoggingEvent> {

    /** At start and after each rolling over, when the old file keeps its permissions under its new name. */
    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name).toAbsolutePath();
        PrivateFiles.folder(file.getParent());
        PrivateFiles.file(file);
        super.openFile(name);
    }
}
