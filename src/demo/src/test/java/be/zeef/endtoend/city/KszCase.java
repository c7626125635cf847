package be.zeef.endtoend.city;

import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The KSZ as the sandbox plays it, with the people of a city. */
public abstract class KszCase {

    @TempDir
    public static Path folder;

    public static KszCity ksz;
    public static TestCity city;
    public static String person;

    public final CallsSeen calls = new CallsSeen();

    @BeforeAll
    protected static void start() throws IOException {
        ksz = new KszCity(folder, 9);
        city = ksz.city();
        person = ksz.person();
    }

    @AfterAll
    protected static void stop() {
        ksz.close();
    }

    @AfterEach
    protected void behave() {
        city.sandbox().ksz().behave();
    }
}
