package be.zeef.security;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Ends each day of the log in a file of its own, and loses none of its lines where that day has ended before: the clock was
 * set back over midnight, or another process ended it too. {@code logback.xml} names it.
 */
public final class KeptDays extends TimeBasedRollingPolicy<ILoggingEvent> {

    /** What lies there would be replaced: it goes into what replaces it. */
    @Override
    public void rollover() {
        Path ended = Path.of(getTimeBasedFileNamingAndTriggeringPolicy().getElapsedPeriodsFileName());
        Path log = Path.of(getParentsRawFileProperty());
        if (Files.exists(ended) && Files.exists(log)) {
            try (OutputStream out = PrivateFiles.output(log, StandardOpenOption.APPEND)) {
                Files.copy(ended, out);
            } catch (IOException e) {
                throw new RolloverFailure("the lines of a day that ended before cannot be kept", e);
            }
        }
        super.rollover();
    }
}
