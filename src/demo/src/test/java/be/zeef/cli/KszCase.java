package be.zeef.cli;

import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The KSZ as the sandbox plays it, with the people of a city. */
abstract class KszCase {

    @TempDir
    static Path folder;

    static KszCity ksz;
    static TestCity city;
    static String person;

    final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws IOException {
        ksz = new KszCity(folder, 9);
        city = ksz.city();
        person = ksz.person();
    }

    @AfterAll
    static void stop() {
        ksz.close();
    }

    @AfterEach
    void behave() {
        city.sandbox().ksz().behave();
    }
}
