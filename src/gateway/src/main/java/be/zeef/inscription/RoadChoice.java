package be.zeef.inscription;

import be.zeef.settings.Settings;
import java.time.Duration;

/** Which road a number of inscriptions takes: the one that is expected to finish soonest. */
record RoadChoice(Road road, Duration expected, Duration other) {

    enum Road {
        SOAP,
        FILE
    }

    /**
     * SOAP takes persons ÷ calls a second; files take the expected turnaround, once, since they are answered side by
     * side. From {@code alwaysFileFrom} on it is the file: MAGDA wants batch loads there.
     */
    static RoadChoice of(long persons, Settings.Magda magda) {
        Duration soap = Duration.ofMillis(persons * 1000 / Math.max(1, magda.perSecond()));
        Duration file = magda.inscription().fileTurnaround();
        boolean byFile = persons >= magda.inscription().alwaysFileFrom() || file.compareTo(soap) < 0;
        return byFile ? new RoadChoice(Road.FILE, file, soap) : new RoadChoice(Road.SOAP, soap, file);
    }
}
