package be.zeef.subject;

import java.util.TimeZone;
import java.util.stream.Stream;

/** Sets the JVM to a zone for the length of a test: none of them may decide anything. */
public final class OfZone {

    private OfZone() {}

    /** What is tested. */
    @FunctionalInterface
    public interface Test {
        void run() throws Exception;
    }

    /** Runs in this zone, and sets the JVM back to its own. */
    public static void in(String zone, Test test) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            test.run();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** The first and the last zone of the world to begin a day, and those between that a server is usually set to. */
    public static Stream<String> zones() {
        return Stream.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Europe/Brussels");
    }
}
